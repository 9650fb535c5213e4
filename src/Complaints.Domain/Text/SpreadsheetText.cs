using System.Buffers;
using System.Globalization;

namespace Complaints.Domain.Text;

/// <summary>
/// Cells that a spreadsheet would run instead of showing: text that begins as a formula does. An export puts an apostrophe before such a
/// cell, and whoever reads an export of ours again takes it away, so that the text itself is never changed.
/// </summary>
public static class SpreadsheetText
{
    private const char Guard = '\'';

    // The wide forms are the same to a spreadsheet with an East Asian keyboard.
    private static readonly SearchValues<char> s_starts = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>A text as a cell that is shown and not run. Numbers stay numbers.</summary>
    public static string Guarded(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsFormula(text.AsSpan().TrimStart(Guard)) ? Guard + text : text;
    }

    /// <summary>The text of a cell that <see cref="Guarded"/> wrote.</summary>
    public static string Unguarded(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.StartsWith(Guard) && IsFormula(cell.AsSpan().TrimStart(Guard)) ? cell[1..] : cell;
    }

    // A sign alone runs nothing, and stands in many tables for "none".
    private static bool IsFormula(ReadOnlySpan<char> text) =>
        text.Length > 1
        && s_starts.Contains(text[0])
        && !decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out _);
}
