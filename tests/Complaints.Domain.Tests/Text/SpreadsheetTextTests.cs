using Complaints.Domain.Text;

namespace Complaints.Domain.Tests.Text;

public class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 20 7946 0000")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("＝1+1")]
    [InlineData("'=1+1")]
    public void What_a_spreadsheet_would_run_is_shown_and_comes_back_as_it_was(string text)
    {
        Assert.Equal("'" + text, SpreadsheetText.Guarded(text));
        Assert.Equal(text, SpreadsheetText.Unguarded(SpreadsheetText.Guarded(text)));
        Assert.StartsWith("'", CsvLine.Of([text]).TrimStart('"'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("-5.25")]
    [InlineData("+3")]
    [InlineData("-1,234.5")]
    [InlineData("-1E-05")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("O'Brien")]
    [InlineData("'quoted'")]
    [InlineData("CAS-1")]
    public void Numbers_and_other_texts_stay_as_they_are(string text)
    {
        Assert.Equal(text, SpreadsheetText.Guarded(text));
        Assert.Equal(text, SpreadsheetText.Unguarded(text));
    }
}
