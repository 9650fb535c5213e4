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
}
