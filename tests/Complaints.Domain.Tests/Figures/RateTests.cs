using System.Globalization;
using Complaints.Domain.Figures;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Complaints.Domain.Tests.Figures;

public class RateTests
{
    private static readonly Gen<Rate> s_rates =
        from n in Gen.Choose(0, 2_000_000)
        from d in Gen.Choose(1, 200_000)
        select new Rate(n, d);

    [Fact]
    public void A_rate_is_shown_from_its_exact_value()
    {
        var rate = new Rate(957, 11_746);

        Assert.Equal("81.5", rate.Display(RoundingMode.HalfUp, 1, 1000));
        Assert.Equal("81.4", rate.Display(RoundingMode.Truncate, 1, 1000));
        Assert.Equal("0.08", rate.Display(RoundingMode.HalfUp, 2));
        Assert.Equal(81.474544525796015664907202452m, rate.Times(1000m)!.Value, 20);
        Assert.Equal("957/11746", rate.ToString());
    }

    [Fact]
    public void Zero_of_zero_is_undefined_and_not_zero()
    {
        var undefined = new Rate(0, 0);

        Assert.True(undefined.IsUndefined);
        Assert.Null(undefined.Value);
        Assert.Null(undefined.Percent);
        Assert.Null(undefined.Round(RoundingMode.HalfUp, 1, 100));
        Assert.Equal("[U]", undefined.Display(RoundingMode.HalfUp, 1, 100));
        Assert.Equal(undefined, default);
        Assert.Equal("0.0", new Rate(0, 5).Display(RoundingMode.HalfUp, 1, 100));
    }

    [Fact]
    public void Fractional_counts_of_weighted_surveys_are_exact() =>
        Assert.Equal("41.43", new Rate(52.2m, 126.0m).Display(RoundingMode.HalfUp, 2, 100));

    [Fact]
    public void The_long_value_has_28_digits_and_no_trailing_zeros()
    {
        Assert.Equal("0.6666666666666666666666666667", new Rate(2, 3).Value!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("66.66666666666666666666666667", new Rate(2, 3).Percent!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("50", new Rate(1, 2).Percent!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("0", new Rate(0, 3).Value!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(
            "9999999999999999999999999999", new Rate(9999999999999999999999999999m, 1).Value!.Value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(1, 3, "333.3333333333333333333333333")]
    [InlineData(7, 3, "2333.333333333333333333333333")]
    [InlineData(71, 3, "23666.66666666666666666666667")]
    [InlineData(1_000_003, 7, "142857571.4285714285714285714")]
    [InlineData(1, 7_000, "0.1428571428571428571428571429")]
    public void A_rate_per_thousand_has_28_digits_whatever_its_size(int n, int d, string expected) =>
        Assert.Equal(expected, new Rate(n, d).Times(1000m)!.Value.ToString(CultureInfo.InvariantCulture));

    [Property(MaxTest = 2_000)]
    public Property The_long_value_equals_decimal_division_within_its_last_digits() =>
        s_rates.Holds(rate => Math.Abs(rate.Value!.Value - (rate.Numerator / rate.Denominator)) < 1e-20m);

    [Fact]
    public void Equality_asks_for_the_same_parts_and_order_for_the_value()
    {
        var half = new Rate(1, 2);
        var alsoHalf = new Rate(2, 4);

        Assert.NotEqual(half, alsoHalf);
        Assert.Equal(0, half.CompareTo(alsoHalf));
        Assert.True(half <= alsoHalf && half >= alsoHalf && !(half < alsoHalf) && !(half > alsoHalf));
        Assert.True(new Rate(0, 0) < new Rate(0, 1));
        Assert.Equal(0, new Rate(0, 0).CompareTo(new Rate(3, 0)));
    }

    [Property(MaxTest = 2_000)]
    public Property The_order_is_that_of_cross_products() =>
        (from left in s_rates from right in s_rates select (left, right)).Holds(x =>
            x.left.CompareTo(x.right) == (x.left.Numerator * x.right.Denominator).CompareTo(x.right.Numerator * x.left.Denominator));

    [Fact]
    public void Pooling_adds_numerators_and_denominators()
    {
        // West Kent's 353 of 386: rented and shared ownership together.
        Rate pooled = Rate.Pool(new Rate(323, 352), new Rate(30, 34));

        Assert.Equal(new Rate(353, 386), pooled);
        Assert.Equal("91.45", pooled.Display(RoundingMode.HalfUp, 2, 100));
    }

    [Property(MaxTest = 2_000)]
    public Property A_pooled_rate_lies_between_its_parts() =>
        (from left in s_rates from right in s_rates select (left, right)).Holds(x =>
        {
            Rate pooled = Rate.Pool(x.left, x.right);
            return pooled >= (x.left < x.right ? x.left : x.right) && pooled <= (x.left < x.right ? x.right : x.left);
        });

    [Fact]
    public void A_single_rate_cannot_be_shared_out() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, 3).Round(RoundingMode.LargestRemainderTo100, 0, 100));

    [Fact]
    public void A_negative_denominator_cannot_be_built() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(1, -1));
}
