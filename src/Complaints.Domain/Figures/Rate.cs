using System.Globalization;

namespace Complaints.Domain.Figures;

/// <summary>
/// A figure as its numerator and denominator: exact, and rounded only where it is shown (docs/domain.md §2.5).
/// </summary>
/// <remarks>
/// <para>Numerators and denominators are decimals because weighted surveys count fractions (52.2 of 126.0).</para>
/// <para>With a denominator of zero the rate is undefined: not zero, and not an error (the regulator's "[U]"). <c>default(Rate)</c> is
/// undefined.</para>
/// <para>Equality asks for the same numerator and denominator, because they are part of what the figure says. The order
/// compares exact values: 1/2 and 2/4 are not equal and neither is before the other.</para>
/// </remarks>
public readonly record struct Rate : IComparable<Rate>
{
    /// <summary>What is printed for an undefined rate: the regulator's own code (docs/domain.md §2.6).</summary>
    public const string UndefinedDisplay = "[U]";

    /// <summary>A rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is negative.</exception>
    public Rate(decimal numerator, decimal denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>The upper number.</summary>
    public decimal Numerator { get; }

    /// <summary>The lower number, zero or more.</summary>
    public decimal Denominator { get; }

    /// <summary>Whether the denominator is zero.</summary>
    public bool IsUndefined => Denominator == 0;

    /// <summary>The quotient to 28 digits; null when undefined. To print, use <see cref="Round"/>: this is already rounded once.</summary>
    public decimal? Value => Times(1m);

    /// <summary>The percentage to 28 digits; null when undefined.</summary>
    public decimal? Percent => Times(100m);

    /// <summary>
    /// The rate of both together: sum of numerators over sum of denominators, never a mean of rates.
    /// </summary>
    public static Rate Pool(Rate left, Rate right) =>
        new(left.Numerator + right.Numerator, left.Denominator + right.Denominator);

    /// <summary>The quotient times <paramref name="scale"/>, to 28 digits without trailing zeros; null when undefined.</summary>
    public decimal? Times(decimal scale) => IsUndefined
        ? null
        : ExactFraction.Of(Numerator, Denominator, scale).ToDecimal();

    /// <summary>The exact value times <paramref name="scale"/>, rounded once; null when undefined.</summary>
    /// <param name="mode">
    /// Half-up or truncate; shares that must add up to 100 need all parts (<see cref="Rounding.LargestRemainder"/>).
    /// </param>
    /// <param name="dp">Decimal places, 0 to <see cref="Limits.DecimalPlaces"/>.</param>
    /// <param name="scale">1 for a plain ratio, 100 for a percentage, 1,000 for a rate per 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another mode, or decimal places out of range.</exception>
    public decimal? Round(RoundingMode mode, int dp, decimal scale = 1m) => mode switch
    {
        RoundingMode.HalfUp => IsUndefined ? null : Rounding.HalfUp(Numerator, Denominator, scale, dp),
        RoundingMode.Truncate => IsUndefined ? null : Rounding.Truncate(Numerator, Denominator, scale, dp),
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "A single rate is rounded half-up or truncated."),
    };

    /// <summary>
    /// <see cref="Round"/> as text with exactly <paramref name="dp"/> decimal places, a point and no unit; <see cref="UndefinedDisplay"/>
    /// when undefined.
    /// </summary>
    /// <inheritdoc cref="Round"/>
    public string Display(RoundingMode mode, int dp, decimal scale = 1m) =>
        Round(mode, dp, scale)?.ToString(CultureInfo.InvariantCulture) ?? UndefinedDisplay;

    /// <summary>Order of the exact values: 1/2 and 2/4 are equal. Undefined rates come first, and are equal to each other.</summary>
    public int CompareTo(Rate other)
    {
        if (IsUndefined || other.IsUndefined)
        {
            return other.IsUndefined.CompareTo(IsUndefined);
        }

        var left = ExactFraction.Of(Numerator, Denominator, 1m);
        var right = ExactFraction.Of(other.Numerator, other.Denominator, 1m);
        return (left.Numerator * right.Denominator).CompareTo(right.Numerator * left.Denominator);
    }

    /// <summary>"numerator/denominator".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>Whether <paramref name="left"/> has the smaller value.</summary>
    public static bool operator <(Rate left, Rate right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> has the smaller or the same value.</summary>
    public static bool operator <=(Rate left, Rate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> has the greater value.</summary>
    public static bool operator >(Rate left, Rate right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> has the greater or the same value.</summary>
    public static bool operator >=(Rate left, Rate right) => left.CompareTo(right) >= 0;
}
