using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Complaints.Etl.Rsh;

/// <summary>
/// One cell of the regulator's workbook: the text of its stored value, what that text is, and where it stands.
/// </summary>
/// <remarks>
/// The text is the stored value in its shortest exact form (<c>199.9</c>), not the text after the sheet's number format:
/// the 2024/25 sheet formats CH01 with no decimals although the values carry one, so the formatted text would lose a published digit.
/// </remarks>
/// <param name="Printed">The stored value as text; empty for an empty cell.</param>
/// <param name="Number">The value when it is a number; otherwise null.</param>
/// <param name="Placeholder">The placeholder when the text is one; otherwise null.</param>
/// <param name="Address">The address within its sheet, such as <c>AG11</c>.</param>
public sealed record RshCell(string Printed, decimal? Number, RshPlaceholder? Placeholder, string Address)
{
    /// <summary>Whether the cell holds text that is neither a number nor one of the regulator's placeholders.</summary>
    public bool IsUnreadable => Printed.Length > 0 && Number is null && Placeholder is null;

    internal static RshCell From(object? value, int row, int column)
    {
        string address = AddressOf(row, column);
        switch (value)
        {
            case null:
                return new RshCell("", null, null, address);
            case double number:
                string text = number.ToString("R", CultureInfo.InvariantCulture);
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact)
                    ? new RshCell(exact.ToString(CultureInfo.InvariantCulture), exact, null, address)
                    : new RshCell(text, null, null, address);
            default:
                string words = RshText.Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                RshPlaceholder? placeholder = PlaceholderOf(words);
                // The 2024/25 workbook holds some numbers as text.
                decimal? parsed = placeholder is null && decimal.TryParse(words, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal asText)
                    ? asText
                    : null;
                return new RshCell(words, parsed, placeholder, address);
        }
    }

    private static RshPlaceholder? PlaceholderOf(string text) => text.ToUpperInvariant() switch
    {
        "[X]" => RshPlaceholder.LeftBlank,
        "[Z]" => RshPlaceholder.NotRequired,
        "[E]" => RshPlaceholder.Excluded,
        "[U]" => RshPlaceholder.Undefined,
        "[S]" => RshPlaceholder.Suppressed,
        _ => null,
    };

    private static string AddressOf(int row, int column)
    {
        string letters = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}

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
