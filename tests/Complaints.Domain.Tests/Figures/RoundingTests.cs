using System.Globalization;
using Complaints.Domain.Figures;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Complaints.Domain.Tests.Figures;

public class RoundingTests
{
    private static readonly Gen<(decimal N, decimal D, decimal Scale, int Places)> s_inputs =
        from n in Gen.Choose(-2_000_000, 2_000_000)
        from nPlaces in Gen.Choose(0, 4)
        from d in Gen.Choose(1, 500_000)
        from dPlaces in Gen.Choose(0, 2)
        from scale in Gen.Elements(1m, 100m, 1000m)
        from places in Gen.Choose(0, 6)
        select (Shift(n, nPlaces), Shift(d, dPlaces), scale, places);

    private static readonly Gen<(decimal[] Parts, int Places)> s_parts =
        from parts in Gen.ArrayOf(Gen.Choose(0, 5_000))
        from places in Gen.Choose(0, 3)
        where parts.Any(part => part > 0)
        select (parts.Select(part => (decimal)part).ToArray(), places);

    [Theory]
    [InlineData(1, 8, 1, 2, "0.13")]
    [InlineData(1, 8, 100, 0, "13")]
    [InlineData(5, 1000, 1, 2, "0.01")]
    [InlineData(-1, 8, 1, 2, "-0.13")]
    [InlineData(1, 2, 100, 1, "50.0")]
    [InlineData(0, 7, 100, 1, "0.0")]
    [InlineData(2, 3, 1, 12, "0.666666666667")]
    public void A_half_goes_up_and_the_places_are_kept(int n, int d, int scale, int places, string expected) =>
        Assert.Equal(expected, Rounding.HalfUp(n, d, scale, places).ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void A_quotient_just_below_a_half_is_not_rounded_twice()
    {
        // Divided first, the quotient is rounded to 0.5 and then to 1.
        decimal below = (decimal.MaxValue / 2) - 1;

        Assert.Equal(1m, Math.Round(below / decimal.MaxValue, 0, MidpointRounding.AwayFromZero));
        Assert.Equal(0m, Rounding.HalfUp(below, decimal.MaxValue, 1m, 0));
    }

    [Property(MaxTest = 2_000)]
    public Property Half_up_equals_an_independent_rule_on_integers() =>
        s_inputs.Holds(x => Rounding.HalfUp(x.N, x.D, x.Scale, x.Places) == IndependentRounding.HalfUp(x.N, x.D, x.Scale, x.Places));

    [Property(MaxTest = 2_000)]
    public Property Truncating_equals_an_independent_rule_on_integers() =>
        s_inputs.Holds(x => Rounding.Truncate(x.N, x.D, x.Scale, x.Places) == IndependentRounding.Truncate(x.N, x.D, x.Scale, x.Places));

    [Property(MaxTest = 2_000)]
    public Property Half_up_is_never_further_than_half_a_unit() =>
        s_inputs.Holds(x =>
        {
            decimal rounded = Rounding.HalfUp(x.N, x.D, x.Scale, x.Places);
            return Math.Abs((rounded * x.D) - (x.N * x.Scale)) * 2 <= Shift(1, x.Places) * x.D;
        });

    [Property(MaxTest = 2_000)]
    public Property The_scale_and_common_factors_do_not_matter() =>
        (from x in s_inputs from k in Gen.Choose(1, 1_000) select (x.N, x.D, x.Scale, x.Places, K: k)).Holds(x =>
            Rounding.HalfUp(x.N * x.K, x.D * x.K, x.Scale, x.Places) == Rounding.HalfUp(x.N, x.D, x.Scale, x.Places));

    [Property(MaxTest = 2_000)]
    public Property Shares_by_largest_remainder_add_up_to_exactly_100() =>
        s_parts.Holds(x => Rounding.LargestRemainder(x.Parts, x.Places).Sum() == 100m);

    [Property(MaxTest = 2_000)]
    public Property Shares_by_largest_remainder_stay_within_a_unit_and_keep_the_order_of_size() =>
        s_parts.Holds(x =>
        {
            IReadOnlyList<decimal> shares = Rounding.LargestRemainder(x.Parts, x.Places);
            decimal whole = x.Parts.Sum();
            return Enumerable.Range(0, x.Parts.Length).All(i =>
                    Math.Abs((shares[i] * whole) - (x.Parts[i] * 100m)) < Shift(1, x.Places) * whole)
                && Enumerable.Range(0, x.Parts.Length).All(i => Enumerable.Range(0, x.Parts.Length).All(j =>
                    x.Parts[i] <= x.Parts[j] || shares[i] >= shares[j]));
        });

    [Fact]
    public void Of_equal_remainders_the_earlier_part_is_filled_up_first() =>
        Assert.Equal([34m, 33m, 33m], Rounding.LargestRemainder([1m, 1m, 1m], 0));

    [Fact]
    public void Parts_of_different_precision_are_compared_by_value() =>
        Assert.Equal([34m, 33m, 33m], Rounding.LargestRemainder([1m, 1.0m, 1.0000m], 0));

    [Property(MaxTest = 2_000)]
    public Property The_last_part_can_take_the_balance()
    {
        Assert.Equal([33m, 33m, 34m], Rounding.LastTakesBalance([1m, 1m, 1m], 0));
        return s_parts.Holds(x => Rounding.LastTakesBalance(x.Parts, x.Places).Sum() == 100m);
    }

    [Fact]
    public void What_has_no_figure_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.HalfUp(1, 0, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Truncate(1, 0, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.HalfUp(1, 2, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.HalfUp(1, 2, 1, Limits.DecimalPlaces + 1));
        Assert.Throws<ArgumentException>(() => Rounding.LargestRemainder([], 0));
        Assert.Throws<ArgumentException>(() => Rounding.LargestRemainder([0m, 0m], 0));
        Assert.Throws<ArgumentException>(() => Rounding.LargestRemainder([3m, -1m], 0));
        Assert.Throws<OverflowException>(() => Rounding.HalfUp(decimal.MaxValue, 1, 1000, 0));
    }

    private static decimal Shift(int digits, int places) => new(Math.Abs(digits), 0, 0, digits < 0, (byte)places);
}
