using System.Text.RegularExpressions;
using Complaints.Domain.Text;

namespace Complaints.Etl.Rsh;

/// <summary>
/// Makes the workbook's headers comparable: they carry footnote digits, newlines, no-break and zero-width spaces, curly quotes and dashes.
/// </summary>
internal static partial class RshText
{
    /// <summary>A header without footnote digits, in upper case, with straight quotes and hyphens.</summary>
    public static string Header(string text)
    {
        string clean = VisibleText.Of(text).Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('\u2013', '-').Replace('\u2014', '-');
        return Footnotes().Replace(clean, "").TrimEnd().ToUpperInvariant();
    }

    // "…(CH02 1)5", "…10 day extension 5", "URL1", "size2,3": digits stand for notes when they end the header and follow something that is
    // not a digit.
    [GeneratedRegex(@"\s?\d(,\d)*$")]
    private static partial Regex Footnotes();
}
