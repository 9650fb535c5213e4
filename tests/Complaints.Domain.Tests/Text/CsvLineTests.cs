using Complaints.Domain.Text;

namespace Complaints.Domain.Tests.Text;

public class CsvLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("two words", "two words")]
    [InlineData("stages, April.csv", "\"stages, April.csv\"")]
    [InlineData("the \"old\" list", "\"the \"\"old\"\" list\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\rlines", "\"two\rlines\"")]
    [InlineData(" padded", "\" padded\"")]
    [InlineData("padded\t", "\"padded\t\"")]
    public void A_cell_is_quoted_where_a_reader_would_take_it_for_something_else(string cell, string written) =>
        Assert.Equal($"{written},x", CsvLine.Of([cell, "x"]));

    [Fact]
    public void A_file_with_another_delimiter_quotes_that_one_and_not_the_comma()
    {
        using var writer = new StringWriter();
        CsvLine.Write(writer, ["1,5", null, "a;b"], ';');
        Assert.Equal("1,5;;\"a;b\"", writer.ToString());
    }
}
