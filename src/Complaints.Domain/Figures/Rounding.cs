using System.Numerics;

namespace Complaints.Domain.Figures;

/// <summary>
/// Rounding of a quotient, computed on integers: the exact value is rounded once. Dividing first and rounding the quotient can
/// round twice, and a float can stand on the wrong side of a half.
/// </summary>
public static class Rounding
{
    /// <summary>
    /// <paramref name="numerator"/> ÷ <paramref name="denominator"/> × <paramref name="scale"/>, to the nearest with <paramref name="dp"/>
    /// decimal places, a half away from zero. 330 of 6,365 homes per 1,000 to 1 place is 51.8.
    /// </summary>
    /// <param name="numerator">The upper number.</param>
    /// <param name="denominator">The lower number, not zero.</param>
    /// <param name="scale">1 for a plain ratio, 100 for a percentage, 1,000 for a rate per 1,000.</param>
    /// <param name="dp">Decimal places, 0 to <see cref="Limits.DecimalPlaces"/>.</param>
    /// <returns>The figure with exactly <paramref name="dp"/> decimal places, so that 50 % to 1 place prints as 50.0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A zero denominator, or decimal places out of range.</exception>
    /// <exception cref="OverflowException">The figure does not fit a <see cref="decimal"/>.</exception>
    public static decimal HalfUp(decimal numerator, decimal denominator, decimal scale, int dp)
    {
        RequirePlaces(dp);
        return ExactFraction.Pack(ExactFraction.Of(numerator, denominator, scale).Nearest(dp), dp);
    }

    /// <summary>As <see cref="HalfUp"/>, but cut off towards zero. 4 of 15 as a percentage without places is 26.</summary>
    /// <inheritdoc cref="HalfUp"/>
    public static decimal Truncate(decimal numerator, decimal denominator, decimal scale, int dp)
    {
        RequirePlaces(dp);
        return ExactFraction.Pack(ExactFraction.Of(numerator, denominator, scale).Cut(dp).Whole, dp);
    }

    /// <summary>
    /// The percentages of parts of a whole, printed so that they add up to exactly 100: each is cut off, then what is missing is given, one
    /// unit of the last place each, to the parts with the largest remainders; of equal remainders the earlier part comes first.
    /// </summary>
    /// <param name="parts">The parts' sizes, none negative, not all zero.</param>
    /// <param name="dp">Decimal places, 0 to <see cref="Limits.DecimalPlaces"/>.</param>
    /// <returns>A percentage for each part, in the same order, less than one unit of the last place from its exact value.</returns>
    /// <exception cref="ArgumentException">A negative part, or nothing to share out.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Decimal places out of range.</exception>
    public static IReadOnlyList<decimal> LargestRemainder(IReadOnlyList<decimal> parts, int dp)
    {
        decimal whole = RequireParts(parts, dp);
        ExactFraction[] shares = [.. parts.Select(part => ExactFraction.Of(part, whole, 100m))];
        (BigInteger Whole, BigInteger Remainder)[] cut = [.. shares.Select(share => share.Cut(dp))];
        BigInteger missing = (100 * BigInteger.Pow(10, dp)) - cut.Aggregate(BigInteger.Zero, (sum, part) => sum + part.Whole);

        // The denominators differ where the parts have different decimal places, so remainders are compared crosswise.
        var byRemainder = Comparer<int>.Create((left, right) =>
            (cut[left].Remainder * shares[right].Denominator).CompareTo(cut[right].Remainder * shares[left].Denominator));
        HashSet<int> filled =
            [.. Enumerable.Range(0, cut.Length).OrderDescending(byRemainder).Take((int)missing)];
        return [.. cut.Select((part, index) => ExactFraction.Pack(part.Whole + (filled.Contains(index) ? 1 : 0), dp))];
    }

    /// <summary>
    /// The percentages of parts of a whole, each rounded half-up but the last, which takes what is left to 100. One landlord's published
    /// outcomes can only be reproduced so: 561, 246 and 150 of 957 as 59, 26 and 15 (docs/domain.md §7). The last figure can be further
    /// than one unit from its exact value, even below zero with many parts: use it to explain a printed figure, not to print one.
    /// </summary>
    /// <inheritdoc cref="LargestRemainder"/>
    public static IReadOnlyList<decimal> LastTakesBalance(IReadOnlyList<decimal> parts, int dp)
    {
        decimal whole = RequireParts(parts, dp);
        decimal[] shares = [.. parts.Select(part => HalfUp(part, whole, 100m, dp))];
        shares[^1] = HalfUp(100m, 1m, 1m, dp) - shares[..^1].Sum();
        return shares;
    }

    private static decimal RequireParts(IReadOnlyList<decimal> parts, int dp)
    {
        ArgumentNullException.ThrowIfNull(parts);
        RequirePlaces(dp);
        decimal whole = parts.Sum();
        return whole > 0 && parts.All(part => part >= 0)
            ? whole
            : throw new ArgumentException("Parts of a whole must be zero or more and not all zero.", nameof(parts));
    }

    private static void RequirePlaces(int dp)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dp);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dp, Limits.DecimalPlaces);
    }
}
