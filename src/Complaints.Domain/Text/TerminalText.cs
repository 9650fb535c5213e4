using System.Globalization;
using System.Text;

namespace Complaints.Domain.Text;

/// <summary>
/// Text that does nothing to the terminal it is shown on: control characters of both sets, marks that turn the direction of writing and
/// lone surrogates are written as <c>\u001B</c>. Within JSON that is the character itself, as JSON escapes it.
/// </summary>
public static class TerminalText
{
    /// <summary>The text, made visible. Tabs and line ends stay; a carriage return that ends no line does not.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int first = First(text, 0);
        if (first < 0)
        {
            return text;
        }

        StringBuilder visible = new(text.Length + 16);
        int from = 0;
        for (int at = first; at >= 0; at = First(text, from))
        {
            visible.Append(text, from, at - from).Append("\\u").Append(((int)text[at]).ToString("X4", CultureInfo.InvariantCulture));
            from = at + 1;
        }

        return visible.Append(text, from, text.Length - from).ToString();
    }

    private static int First(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (IsHarmful(text, ref i))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsHarmful(string text, ref int at)
    {
        char c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            at++;
            return false;
        }

        return c switch
        {
            '\t' or '\n' => false,
            '\r' => at + 1 >= text.Length || text[at + 1] != '\n',
            < ' ' or (>= '\u007F' and <= '\u009F') => true,
            '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') =>
                true,
            _ => char.IsSurrogate(c),
        };
    }
}
