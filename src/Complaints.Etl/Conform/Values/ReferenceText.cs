using System.Globalization;
using System.Text;
using Complaints.Domain;
using Complaints.Domain.Text;
using Complaints.Etl.Extract;

namespace Complaints.Etl.Conform.Values;

/// <summary>What can happen to the reference of a case on its way through spreadsheets and pages.</summary>
internal static class ReferenceText
{
    private const int Group = 3;

    /// <summary>
    /// Whether a spreadsheet or a program wrote the reference as a number with an exponent or a fraction: "2.02406E+17" stands for many
    /// references, and whether "56169.0" had zeros before it cannot be told. Where decimals stand after a comma it writes "56169,0", and
    /// with thousands set apart "56.169,00" or "56,169.00".
    /// </summary>
    internal static bool IsRounded(string text)
    {
        int point = text.AsSpan().IndexOfAny('.', ',');
        int exponent = text.AsSpan().IndexOfAny('e', 'E');
        if (exponent < 0)
        {
            int last = text.AsSpan().LastIndexOfAny('.', ',');
            return last > 0
                && text.Length > last + 1
                && !text.AsSpan(last + 1).ContainsAnyExcept('0')
                && IsWhole(text.AsSpan(0, last), text[last]);
        }

        ReadOnlySpan<char> power = text.AsSpan(exponent + 1);
        bool signed = power.Length > 0 && power[0] == '+';
        bool fraction = point == 1 && exponent > 2;
        return (signed || fraction)
            && Digits(signed ? power[1..] : power)
            && (fraction ? Digits(text.AsSpan(0, 1)) && Digits(text.AsSpan(2, exponent - 2)) : exponent == 1 && Digits(text.AsSpan(0, 1)));
    }

    /// <summary>Whether digits of the reference are lost, so that it stands for many and tells no row from another.</summary>
    internal static bool HasLostDigits(string text) => text.AsSpan().ContainsAny('e', 'E') && IsRounded(text);

    /// <summary>
    /// The form in which references are compared to find one case under two: without leading zeros of a number, a number with an
    /// exponent written out or with thousands set apart as its digits, with one kind of hyphen, one blank for several, Latin letters for
    /// those that look like them, and no character that nobody sees. Nothing is stored in this form; case counts, as in some systems it
    /// must.
    /// </summary>
    internal static string Form(string text)
    {
        string visible = VisibleText.Of(text);
        string shown = Ascii.IsValid(visible) ? visible : AsShown(visible);
        if (WrittenOut(shown) is string number)
        {
            return number;
        }

        ReadOnlySpan<char> whole = Digits(shown) ? shown
            : IsRounded(shown) ? WithoutDecimals(shown)
            : IsWhole(shown, decimals: '\0') ? DigitsOf(shown)
            : shown;
        return Digits(whole) ? whole.TrimStart('0') is { Length: > 0 } digits ? digits.ToString() : "0" : shown;
    }

    /// <summary>
    /// A hash of the form in which references are gathered that may be one case's: capitals, a number's leading zeros dropped also within
    /// the text, and no blanks, hyphens, slashes or other marks but one between two numbers: 1-23 is not 12-3.
    /// </summary>
    internal static ulong FoldedHash(string form)
    {
        Span<char> folded = form.Length <= Limits.TextCharacters ? stackalloc char[Limits.TextCharacters] : new char[form.Length];
        int length = Fold(form, folded);
        return length == 0 ? KeyHash.Of(form) : KeyHash.Of(folded[..length]);
    }

    private static int Fold(ReadOnlySpan<char> text, Span<char> into)
    {
        int length = 0;
        bool gap = false;
        bool zeros = false;
        foreach (char c in text)
        {
            bool digit = char.IsAsciiDigit(c);
            if (!digit && !char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
            {
                gap = true;
                continue;
            }

            bool afterDigit = length > 0 && char.IsAsciiDigit(into[length - 1]);
            if (digit && afterDigit && gap)
            {
                into[length++] = '-';
            }

            // The zero that a number began with is one of its leading zeros once another digit follows.
            if (digit && afterDigit && !gap && zeros)
            {
                length--;
            }

            zeros = digit && c == '0' && (zeros || !afterDigit || gap);
            gap = false;
            into[length++] = digit ? c : char.ToUpperInvariant(c);
        }

        return length;
    }

    // A program that takes 7E4 for a number writes it as 70000. Where that is no whole number, or none of a reference's length, the text
    // stands for itself.
    private static string? WrittenOut(string text)
    {
        int exponent = text.AsSpan().IndexOfAny('e', 'E');
        if (exponent <= 0 || !char.IsAsciiDigit(text[0]))
        {
            return null;
        }

        ReadOnlySpan<char> mantissa = text.AsSpan(0, exponent);
        ReadOnlySpan<char> power = text.AsSpan(exponent + 1);
        power = power.StartsWith("+") ? power[1..] : power;
        int point = mantissa.IndexOfAny('.', ',');
        ReadOnlySpan<char> whole = point < 0 ? mantissa : mantissa[..point];
        ReadOnlySpan<char> fraction = point < 0 ? [] : mantissa[(point + 1)..].TrimEnd('0');
        if (!Digits(whole) || fraction.ContainsAnyExceptInRange('0', '9') || !Digits(power)
            || !int.TryParse(power, NumberStyles.None, CultureInfo.InvariantCulture, out int zeros)
            || zeros > Limits.TextCharacters || fraction.Length > zeros)
        {
            return null;
        }

        string all = string.Concat(whole, fraction, new string('0', zeros - fraction.Length)).TrimStart('0');
        return all.Length == 0 ? "0" : all;
    }

    private static string WithoutDecimals(string rounded) => DigitsOf(rounded[..rounded.AsSpan().LastIndexOfAny('.', ',')]);

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    // Digits, or digits in groups of three with one separator between them, which is not the one before the decimals.
    private static bool IsWhole(ReadOnlySpan<char> text, char decimals)
    {
        int first = text.IndexOfAnyExceptInRange('0', '9');
        if (first < 0)
        {
            return text.Length > 0;
        }

        char separator = text[first];
        if (first is < 1 or > Group
            || separator == decimals
            || (separator is not ('.' or ',' or '\'' or '\u2019') && !char.IsWhiteSpace(separator)))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[first..];
        while (rest.Length > Group && rest[0] == separator && Digits(rest.Slice(1, Group)))
        {
            rest = rest[(Group + 1)..];
        }

        return rest.IsEmpty;
    }

    private static string AsShown(string text) =>
        string.Create(text.Length, text, static (plain, original) =>
        {
            for (int i = 0; i < plain.Length; i++)
            {
                plain[i] = IsHyphen(original[i]) ? '-' : AlikeLetters.ToLatin(original[i]);
            }
        });

    private static bool IsHyphen(char c) => c is '-' or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D' or (>= '\u2010' and <= '\u2015');

    private static bool Digits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
