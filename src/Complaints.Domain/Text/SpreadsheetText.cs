using System.Buffers;
using System.Globalization;
using System.Text;

namespace Complaints.Domain.Text;

/// <summary>
/// Cells that a spreadsheet would run instead of showing, or that would act on the terminal that an export is shown on. An export puts an
/// apostrophe before text that begins as a formula does and writes control and invisible characters as <c>\u001B</c>; whoever reads an
/// export of ours again takes both back, so that the text itself is never changed.
/// </summary>
public static class SpreadsheetText
{
    private const char Guard = '\'';
    private const int EscapeLength = 6;

    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789ABCDEF");

    // The wide forms are the same to a spreadsheet with an East Asian keyboard.
    private static readonly SearchValues<char> s_starts = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>A text as a cell that is shown and not run. Numbers stay numbers.</summary>
    public static string Guarded(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string shown = Escaped(text);
        return IsFormula(shown.AsSpan().TrimStart(Guard)) ? Guard + shown : shown;
    }

    /// <summary>The text of a cell that <see cref="Guarded"/> wrote.</summary>
    public static string Unguarded(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Unescaped(cell.StartsWith(Guard) && IsFormula(cell.AsSpan().TrimStart(Guard)) ? cell[1..] : cell);
    }

    // Line ends stay, within quotation marks. A backslash that would be read as the beginning of an escape is escaped itself.
    private static string Escaped(string text)
    {
        StringBuilder? escaped = null;
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int at = i;
            int length = text[i] == '\r' ? 0 : text[i] == '\\' ? IsEscape(text.AsSpan(i)) ? 1 : 0 : TerminalText.Harmful(text, ref i);
            if (length == 0)
            {
                continue;
            }

            escaped ??= new StringBuilder(text.Length + 16);
            escaped.Append(text, from, at - from);
            for (from = at + length; at < from; at++)
            {
                TerminalText.Append(escaped, text[at]);
            }

            i = from - 1;
        }

        return escaped is null ? text : escaped.Append(text, from, text.Length - from).ToString();
    }

    private static string Unescaped(string text)
    {
        int next = text.IndexOf("\\u", StringComparison.Ordinal);
        if (next < 0)
        {
            return text;
        }

        StringBuilder plain = new(text.Length);
        int from = 0;
        for (; next >= 0; next = text.IndexOf("\\u", Math.Max(from, next + 1), StringComparison.Ordinal))
        {
            if (next >= from && IsEscape(text.AsSpan(next)))
            {
                plain.Append(text, from, next - from).Append(Code(text.AsSpan(next)));
                from = next + EscapeLength;
            }
        }

        return plain.Append(text, from, text.Length - from).ToString();
    }

    // Only of what would be written so: a path such as C:\uFACE means itself.
    private static bool IsEscape(ReadOnlySpan<char> text)
    {
        if (text.Length < EscapeLength || text[1] != 'u' || text[2..EscapeLength].ContainsAnyExcept(s_hex))
        {
            return false;
        }

        char code = Code(text);
        int at = 0;
        return code == '\\' || char.IsSurrogate(code) || (code != '\r' && TerminalText.Harmful(code.ToString(), ref at) > 0);
    }

    private static char Code(ReadOnlySpan<char> text) =>
        (char)int.Parse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

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
