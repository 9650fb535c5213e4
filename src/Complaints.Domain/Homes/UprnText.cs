using System.Buffers;

namespace Complaints.Domain.Homes;

/// <summary>Reads the digits of a UPRN out of a cell, refusing whatever could make a different number of them.</summary>
internal static class UprnText
{
    private const long ShownAsFloat = 10_000_000_000;
    private const long LostDigits = 1_000_000;

    private static readonly SearchValues<char> s_mantissa = SearchValues.Create("0123456789.,");

    internal static UprnFault Read(string? text, out long value)
    {
        value = 0;
        ReadOnlySpan<char> cell = text.AsSpan().Trim();
        if (cell.IsEmpty)
        {
            return UprnFault.Empty;
        }

        if (cell.Length > Limits.UprnTextLength)
        {
            return UprnFault.TooLong;
        }

        if (IsScientific(cell))
        {
            return UprnFault.ScientificNotation;
        }

        int first = cell.IndexOfAnyInRange('0', '9');
        if (first < 0)
        {
            return UprnFault.NotANumber;
        }

        if (cell[0] is '-' or '−')
        {
            return UprnFault.Negative;
        }

        int last = cell.LastIndexOfAnyInRange('0', '9');
        UprnFault shape = TrimFraction(cell[first..(last + 1)], out ReadOnlySpan<char> digits);
        return shape != UprnFault.None ? shape : Join(digits, out value);
    }

    internal static string Describe(UprnFault fault) => fault switch
    {
        UprnFault.None => "it is one",
        UprnFault.Empty => "it is empty",
        UprnFault.NotANumber => "it has no digits",
        UprnFault.ScientificNotation => "a spreadsheet has rounded it to a float",
        UprnFault.Fraction => "it has a decimal fraction",
        UprnFault.Negative => "it is below zero",
        UprnFault.Zero => "it is zero",
        UprnFault.TooLong => "it has more than 12 digits",
        UprnFault.Several => "it holds more than one number",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a UPRN fault."),
    };

    // 1.00023E+11, 1,00023E+11, 1E11: a mantissa, an E and an exponent, and nothing else.
    private static bool IsScientific(ReadOnlySpan<char> cell)
    {
        int e = cell.IndexOfAny('E', 'e');
        if (e <= 0 || e == cell.Length - 1)
        {
            return false;
        }

        ReadOnlySpan<char> mantissa = cell[..e].Trim().TrimStart("+-−'\"");
        ReadOnlySpan<char> exponent = cell[(e + 1)..].Trim().TrimStart("+-−").TrimEnd("'\"");
        return !mantissa.IsEmpty
            && char.IsAsciiDigit(mantissa[0])
            && !mantissa.ContainsAnyExcept(s_mantissa)
            && !exponent.IsEmpty
            && !exponent.ContainsAnyExceptInRange('0', '9');
    }

    // Dropping the point of 10002333695.0 would make another UPRN of it, so a point is either a spreadsheet's ".0" or a fault.
    private static UprnFault TrimFraction(ReadOnlySpan<char> number, out ReadOnlySpan<char> digits)
    {
        digits = number;
        int point = number.IndexOf('.');
        if (point < 0)
        {
            return IsGrouped(number) ? UprnFault.None : UprnFault.Fraction;
        }

        digits = number[..point];
        return number[point..] is ".0" or ".00" && IsGrouped(digits) ? UprnFault.None : UprnFault.Fraction;
    }

    // Commas are accepted as thousands separators alone: 12345,0 is a decimal comma and 1234,5678 are two numbers.
    private static bool IsGrouped(ReadOnlySpan<char> number)
    {
        if (!number.Contains(','))
        {
            return true;
        }

        bool first = true;
        foreach (Range range in number.Split(','))
        {
            ReadOnlySpan<char> group = number[range];
            bool fits = first ? group.Length is >= 1 and <= 3 : group.Length == 3;
            if (!fits || group.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            first = false;
        }

        return true;
    }

    // A spreadsheet shows a number of 11 or 12 digits as 1.00023E+11; opened once more, that is 100023000000. One real UPRN in a million
    // ends so.
    private static bool IsRounded(long value) => value >= ShownAsFloat && value % LostDigits == 0;

    private static UprnFault Join(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        int significant = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                significant += value > 0 || c != '0' ? 1 : 0;
                if (significant > Limits.UprnDigits)
                {
                    value = 0;
                    return UprnFault.TooLong;
                }

                value = (value * 10) + (c - '0');
            }
            else if (char.IsLetterOrDigit(c) || c is ';' or '/' or '|' or '&' or '+' or '\n' or '\r')
            {
                value = 0;
                return UprnFault.Several;
            }
        }

        return value == 0 ? UprnFault.Zero : IsRounded(value) ? UprnFault.ScientificNotation : UprnFault.None;
    }
}
