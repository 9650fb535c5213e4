using System.Globalization;
using System.Text;

namespace Complaints.Domain.Text;

/// <summary>Text as a reader sees it: what cannot be seen makes two texts differ that look the same.</summary>
public static class VisibleText
{
    /// <summary>
    /// Every run of white space as one blank (a no-break space is one), and none at the ends; characters without width gone: zero-width
    /// spaces and joiners, soft hyphens, marks of direction, a byte order mark inside the text.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        bool gap = false;
        foreach (char c in text)
        {
            if (IsInvisible(c))
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

    /// <summary>
    /// The text with every character that cannot be seen, or looks like a blank and is none, written as its code point: U+00A0.
    /// </summary>
    public static string Named(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder named = new(text.Length);
        foreach (char c in text)
        {
            if (IsInvisible(c) || (c != ' ' && char.IsWhiteSpace(c)))
            {
                named.Append(CultureInfo.InvariantCulture, $"<U+{(int)c:X4}>");
            }
            else
            {
                named.Append(c);
            }
        }

        return named.ToString();
    }

    /// <summary>Whether a character takes no room on paper or screen.</summary>
    public static bool IsInvisible(char c) => c > 0x7F && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsPlain(string text)
    {
        bool blank = true;
        foreach (char c in text)
        {
            if (c > 0x7F || (c == ' ' && blank) || (c < ' '))
            {
                return false;
            }

            blank = c == ' ';
        }

        return !blank || text.Length == 0;
    }
}
