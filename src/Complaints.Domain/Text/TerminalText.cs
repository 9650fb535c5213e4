using System.Globalization;
using System.Text;

namespace Complaints.Domain.Text;

/// <summary>
/// Text that does nothing to the terminal it is shown on, and hides nothing: control characters of both sets, characters that nobody sees
/// (marks that turn the direction of writing, zero-width ones, tags) and lone surrogates are written as <c>\u001B</c>. Within JSON that is
/// the character itself, as JSON escapes it.
/// </summary>
public static class TerminalText
{
    /// <summary>The text, made visible. Tabs and line ends stay; a carriage return that ends no line does not.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder? visible = null;
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (Harmful(text, ref i) is not (> 0 and int length))
            {
                continue;
            }

            visible ??= new StringBuilder(text.Length + 16);
            visible.Append(text, from, i - from);
            for (from = i + length; i < from; i++)
            {
                Append(visible, text[i]);
            }

            i--;
        }

        return visible is null ? text : visible.Append(text, from, text.Length - from).ToString();
    }

    internal static void Append(StringBuilder into, char c) =>
        into.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));

    /// <summary>How many chars at a place are to be written out; behind both halves of a sound pair the place moves on.</summary>
    internal static int Harmful(string text, ref int at)
    {
        char c = text[at];
        if (c is >= ' ' and < '\u007F')
        {
            return 0;
        }

        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            int unseen = VisibleText.Unseen(text, at);
            at += unseen == 0 ? 1 : 0;
            return unseen;
        }

        bool harmful = c switch
        {
            '\t' or '\n' => false,
            '\r' => at + 1 >= text.Length || text[at + 1] != '\n',
            < ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' => true,
            _ => char.IsSurrogate(c) || VisibleText.IsInvisible(c),
        };
        return harmful ? 1 : 0;
    }
}
