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

    // Exports to a file carried what the tables on the terminal were kept from.
    [Theory]
    [InlineData("a\u001B[2J", "a\\u001B[2J")]
    [InlineData("\u009B1m\u202E", "\\u009B1m\\u202E")]
    [InlineData("\u001B=1+1", "\\u001B=1+1")]
    [InlineData("=\u001B1", "'=\\u001B1")]
    [InlineData("said \\u001B, then \u001B", "said \\u005Cu001B, then \\u001B")]
    [InlineData("\\\\u005Cu001B", "\\\\u005Cu005Cu001B")]
    [InlineData("A\uDB40\uDC41", "A\\uDB40\\uDC41")]
    public void What_acts_on_a_terminal_is_written_out_and_comes_back_as_it_was(string text, string cell)
    {
        Assert.Equal(cell, SpreadsheetText.Guarded(text));
        Assert.Equal(text, SpreadsheetText.Unguarded(cell));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("C:\\uFACE\\u0041\\users")]
    [InlineData("\\u00")]
    [InlineData("two\r\nlines 😀")]
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
