using System.Globalization;

namespace Complaints.Etl.Conform.Values;

/// <summary>
/// Numbers as tables write them: digits, or digits in groups of three with commas between them, and a point before decimals. The
/// framework's own reading takes a comma anywhere, so that "7,32" was 732.
/// </summary>
internal static class NumberText
{
    private const int Group = 3;

    /// <summary>Reads a number with or without a sign.</summary>
    internal static bool TryRead(string text, out decimal number)
    {
        ReadOnlySpan<char> unsigned = text.Length > 0 && text[0] is '-' or '+' ? text.AsSpan(1) : text;
        number = 0;
        return IsWritten(unsigned)
            && decimal.TryParse(
                text,
                NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out number);
    }

    /// <summary>Reads a whole number of 0 or more. A program that knows fractions alone writes 1234 as 1234.0.</summary>
    internal static bool TryReadWhole(string text, out int number)
    {
        number = 0;
        return text.Length > 0
            && char.IsAsciiDigit(text[0])
            && !IsAmbiguous(text)
            && TryRead(text, out decimal read)
            && decimal.Truncate(read) == read
            && read <= int.MaxValue
            && (number = (int)read) >= 0;
    }

    /// <summary>
    /// Whether a point stands before exactly three digits, where it can part thousands as well as decimals: 5.000 is five, or five
    /// thousand. Nothing is nothing either way.
    /// </summary>
    internal static bool IsAmbiguous(string text)
    {
        int point = text.LastIndexOf('.');
        if (point < 0 || text.Length - point - 1 != Group)
        {
            return false;
        }

        ReadOnlySpan<char> whole = text.AsSpan(0, point).TrimStart("+-");
        return !whole.TrimStart('0').IsEmpty && (whole.Length <= Group || !text.AsSpan(point + 1).ContainsAnyExcept('0'));
    }

    private static bool IsWritten(ReadOnlySpan<char> text)
    {
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        return (point < 0 || Digits(text[(point + 1)..])) && (Digits(whole) || InGroups(whole));
    }

    private static bool InGroups(ReadOnlySpan<char> whole)
    {
        int first = whole.IndexOf(',');
        if (first is < 1 or > Group || !Digits(whole[..first]))
        {
            return false;
        }

        for (ReadOnlySpan<char> rest = whole[first..]; !rest.IsEmpty; rest = rest[(Group + 1)..])
        {
            if (rest.Length <= Group || rest[0] != ',' || !Digits(rest[1..(Group + 1)]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
