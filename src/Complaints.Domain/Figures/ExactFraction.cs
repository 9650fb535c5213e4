using System.Numerics;

namespace Complaints.Domain.Figures;

/// <summary>
/// A fraction of two integers made from decimals, so that a figure is rounded once, from its exact value, and never from a quotient
/// that was already rounded.
/// </summary>
/// <param name="Numerator">Any integer.</param>
/// <param name="Denominator">Positive.</param>
internal readonly record struct ExactFraction(BigInteger Numerator, BigInteger Denominator)
{
    private static readonly BigInteger s_tooLarge = BigInteger.Pow(10, 28);

    internal static ExactFraction Of(decimal numerator, decimal denominator, decimal scale)
    {
        (BigInteger n, int nPlaces) = Unpack(numerator);
        (BigInteger d, int dPlaces) = Unpack(denominator);
        (BigInteger s, int sPlaces) = Unpack(scale);
        BigInteger top = n * s * BigInteger.Pow(10, dPlaces);
        BigInteger bottom = d * BigInteger.Pow(10, nPlaces + sPlaces);
        return bottom.Sign switch
        {
            0 => throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "The denominator is zero."),
            < 0 => new ExactFraction(-top, -bottom),
            _ => new ExactFraction(top, bottom),
        };
    }

    /// <summary>The value times 10^places, cut off towards zero, and what was cut off.</summary>
    internal (BigInteger Whole, BigInteger Remainder) Cut(int places)
    {
        BigInteger whole = BigInteger.DivRem(Numerator * BigInteger.Pow(10, places), Denominator, out BigInteger remainder);
        return (whole, remainder);
    }

    /// <summary>The value times 10^places, to the nearest integer, a half away from zero.</summary>
    internal BigInteger Nearest(int places)
    {
        (BigInteger whole, BigInteger remainder) = Cut(places);
        return BigInteger.Abs(remainder) * 2 >= Denominator ? whole + Numerator.Sign : whole;
    }

    /// <summary>The decimal with these digits and so many decimal places.</summary>
    /// <exception cref="OverflowException">It does not fit a <see cref="decimal"/>.</exception>
    internal static decimal Pack(BigInteger digits, int places)
    {
        BigInteger size = BigInteger.Abs(digits);
        if (size.GetBitLength() > 96)
        {
            throw new OverflowException("A figure has more digits than a decimal can hold.");
        }

        int low = unchecked((int)(uint)(size & uint.MaxValue));
        int middle = unchecked((int)(uint)((size >> 32) & uint.MaxValue));
        int high = unchecked((int)(uint)(size >> 64));
        return new decimal(low, middle, high, digits.Sign < 0, (byte)places);
    }

    /// <summary>The nearest decimal of at most 28 digits, without trailing zeros.</summary>
    /// <exception cref="OverflowException">It has more than 28 digits before the point.</exception>
    internal decimal ToDecimal()
    {
        const int Digits = 28;
        int places = Digits;
        BigInteger nearest = Nearest(places);
        while (BigInteger.Abs(nearest) >= s_tooLarge && places > 0)
        {
            // Always from the exact value: rounding the rounded digits again could move a half.
            places -= Math.Min(places, Math.Max(1, ApproximateDigits(nearest) - Digits));
            nearest = Nearest(places);
        }

        while (places > 0 && nearest % 10 == 0)
        {
            nearest /= 10;
            places--;
        }

        return Pack(nearest, places);
    }

    // Never more than the number of digits, so that no place is given up that fits.
    private static int ApproximateDigits(BigInteger value) => (int)((BigInteger.Abs(value).GetBitLength() - 1) * 30103 / 100_000);

    private static (BigInteger Digits, int Places) Unpack(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        BigInteger size = ((BigInteger)Bits(bits[2]) << 64) | ((BigInteger)Bits(bits[1]) << 32) | Bits(bits[0]);
        return (value < 0 ? -size : size, value.Scale);
    }

    private static uint Bits(int part) => unchecked((uint)part);
}
