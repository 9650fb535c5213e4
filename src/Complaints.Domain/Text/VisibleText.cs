using System.Globalization;
using System.Text;

namespace Complaints.Domain.Text;

/// <summary>Text as a reader sees it: what cannot be seen makes two texts differ that look the same.</summary>
public static class VisibleText
{
    /// <summary>
    /// Every run of white space as one blank (a no-break space is one), and none at the ends; characters without width gone: zero-width
    /// spaces and joiners, soft hyphens, marks of direction, fillers, variation selectors, tags, a byte order mark inside the text.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text, Parting.Nothing);
    }

    /// <summary>
    /// As <see cref="Of(string)"/>, but a character without width that stands between two numbers is a blank: it can stand for what parts
    /// them in an identifier.
    /// </summary>
    public static string OfIdentifier(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text, Parting.Numbers);
    }

    /// <summary>As <see cref="Of(string)"/>, but every character without width is a blank: it can stand between two words.</summary>
    public static string OfParts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text, Parting.All);
    }

    private static string Of(string text, Parting parting)
    {
        if (IsPlain(text))
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        bool gap = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (Unseen(text, i) is > 0 and int length)
            {
                i += length - 1;
                gap |= clean.Length > 0 && (parting == Parting.All
                    || (parting == Parting.Numbers && char.IsNumber(clean[^1]) && IsNumberNext(text, i + 1)));
                continue;
            }

            if (IsBlank(text[i]))
            {
                gap = clean.Length > 0;
                continue;
            }

            if (gap)
            {
                clean.Append(' ');
                gap = false;
            }

            clean.Append(text[i]);
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
        for (int i = 0; i < text.Length; i++)
        {
            int length = Unseen(text, i);
            if (length > 0 || (char.IsControl(text[i]) && !char.IsWhiteSpace(text[i])) || (text[i] != ' ' && IsBlank(text[i])))
            {
                int point = length == 2 ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i];
                named.Append(CultureInfo.InvariantCulture, $"<U+{point:X4}>");
                i += Math.Max(length, 1) - 1;
            }
            else
            {
                named.Append(text[i]);
            }
        }

        return named.ToString();
    }

    /// <summary>Whether any character of the text takes no room on paper or screen.</summary>
    public static bool HasInvisible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (Unseen(text, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text has a control character that is no white space.</summary>
    public static bool HasControl(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> rest = text;
        return (rest.ContainsAnyInRange('\0', '\u001F') || rest.ContainsAnyInRange('\u007F', '\u009F')) && Any(text);

        static bool Any(string text)
        {
            foreach (char c in text)
            {
                if (char.IsControl(c) && !char.IsWhiteSpace(c))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a text has anything but what it shows: invisible characters, or blanks that are none of the keyboard's.</summary>
    public static bool HasUnusual(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return HasInvisible(text) || HasWideBlank(text);
    }

    /// <summary>Whether a character takes no room on paper or screen.</summary>
    public static bool IsInvisible(char c) => c >= '\u00AD' && IsUnseen(c);

    /// <summary>Whether a character is a blank, of whatever width. That of Braille has no dots.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\u2800';

    /// <summary>How many chars the invisible character at a place has: 0 where there is none, 2 for one outside the basic plane.</summary>
    internal static int Unseen(string text, int at)
    {
        char c = text[at];
        return char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            ? IsUnseen(char.ConvertToUtf32(c, text[at + 1])) ? 2 : 0
            : IsInvisible(c) ? 1 : 0;
    }

    // Unicode's property Default_Ignorable_Code_Point, and the marks of annotations.
    private static bool IsUnseen(int point) => point switch
    {
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) => true,
        (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3164 => true,
        (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFFB) => true,
        (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF) => true,
        _ => false,
    };

    private static bool IsNumberNext(string text, int at)
    {
        while (at < text.Length && Unseen(text, at) is > 0 and int length)
        {
            at += length;
        }

        return at < text.Length && char.IsNumber(text[at]);
    }

    private static bool HasWideBlank(string text)
    {
        foreach (char c in text)
        {
            if (c > 0x7F && IsBlank(c))
            {
                return true;
            }
        }

        return false;
    }

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

    // Where a character without width is a blank.
    private enum Parting
    {
        Nothing,
        Numbers,
        All,
    }
}
