using System.Globalization;
using System.Numerics;

namespace Complaints.Domain.Tests.Figures;

/// <summary>Rounding done another way than in the product: on the decimals' text, by floor of twice the value plus one.</summary>
internal static class IndependentRounding
{
    internal static decimal HalfUp(decimal n, decimal d, decimal scale, int places)
    {
        (BigInteger top, BigInteger bottom) = Fraction(n, d, scale, places);
        BigInteger nearest = ((2 * BigInteger.Abs(top)) + bottom) / (2 * bottom);
        return Parse(top.Sign * nearest, places);
    }

    internal static decimal Truncate(decimal n, decimal d, decimal scale, int places)
    {
        (BigInteger top, BigInteger bottom) = Fraction(n, d, scale, places);
        return Parse(top.Sign * (BigInteger.Abs(top) / bottom), places);
    }

    private static (BigInteger Top, BigInteger Bottom) Fraction(decimal n, decimal d, decimal scale, int places) =>
        (Whole(n) * Whole(scale) * BigInteger.Pow(10, places), Whole(d) * BigInteger.Pow(10, 10));

    // Ten places hold every input of these tests.
    private static BigInteger Whole(decimal value) =>
        BigInteger.Parse(
            value.ToString("F10", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static decimal Parse(BigInteger units, int places) =>
        decimal.Parse(
            units.ToString(CultureInfo.InvariantCulture) + "E-" + places.ToString(CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture);
}
