using System.Text;
using System.Text.RegularExpressions;

namespace Complaints.Etl.Rsh;

/// <summary>Makes the workbook's headers comparable: they carry footnote digits, newlines, no-break and zero-width spaces, curly quotes and dashes.</summary>
internal static partial class RshText
{
    /// <summary>Text with every run of white space as one blank, invisible characters gone, trimmed.</summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        bool gap = false;
        foreach (char c in text)
        {
            if (c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF')
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                gap = clean.Length > 0;
                continue;
            }

            if (gap)
            {
                clean.Append(' ');
                gap = false;
            }

            clean.Append(c);
        }

        return clean.ToString();
    }

    /// <summary>A header without footnote digits, in upper case, with straight quotes and hyphens.</summary>
    public static string Header(string text)
    {
        string clean = Clean(text).Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('\u2013', '-').Replace('\u2014', '-');
        return Footnotes().Replace(clean, "").TrimEnd().ToUpperInvariant();
    }

    // "…(CH02 1)5", "…10 day extension 5", "URL1", "size2,3": digits stand for notes when they end the header and follow something that is not a digit.
    [GeneratedRegex(@"\s?\d(,\d)*$")]
    private static partial Regex Footnotes();
}
