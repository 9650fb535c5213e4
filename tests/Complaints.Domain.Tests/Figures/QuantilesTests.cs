using Complaints.Domain.Figures;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Complaints.Domain.Tests.Figures;

public class QuantilesTests
{
    private static readonly Gen<(int[] Values, int Percent)> s_inputs =
        from values in Gen.NonEmptyListOf(Gen.Choose(-1_000, 1_000))
        from percent in Gen.Choose(0, 100)
        select (values.ToArray(), percent);

    [Theory]
    [InlineData("0.25", "1.75")]
    [InlineData("0.5", "2.5")]
    [InlineData("0.75", "3.25")]
    [InlineData("0", "1")]
    [InlineData("1", "4")]
    [InlineData("0.1", "1.3")]
    public void Quartiles_are_those_of_a_spreadsheets_inclusive_function(string p, string expected) =>
        Assert.Equal(decimal.Parse(expected), Quantiles.Inclusive([3m, 1m, 4m, 2m], decimal.Parse(p)));

    [Fact]
    public void One_value_is_every_quantile_of_itself() =>
        Assert.Equal(7m, Quantiles.Inclusive([7m], 0.25m));

    [Property(MaxTest = 2_000)]
    public Property A_quantile_lies_within_the_values_and_grows_with_p() =>
        s_inputs.Holds(x =>
        {
            decimal[] values = [.. x.Values.Select(value => (decimal)value)];
            decimal quantile = Quantiles.Inclusive(values, x.Percent / 100m);
            return quantile >= values.Min()
                && quantile <= values.Max()
                && quantile <= Quantiles.Inclusive(values, Math.Min(1m, (x.Percent + 1) / 100m));
        });

    [Property(MaxTest = 2_000)]
    public Property The_order_of_the_values_does_not_matter() =>
        s_inputs.Holds(x =>
            Quantiles.Inclusive([.. x.Values.Select(value => (decimal)value)], x.Percent / 100m)
            == Quantiles.Inclusive([.. x.Values.Reverse().Select(value => (decimal)value)], x.Percent / 100m));

    [Property(MaxTest = 2_000)]
    public Property Quantiles_of_rates_and_of_their_values_agree() =>
        s_inputs.Holds(x =>
        {
            Rate[] rates = [.. x.Values.Select(value => new Rate(Math.Abs(value) * 4, 16))];
            decimal[] values = [.. rates.Select(rate => rate.Value!.Value)];
            return Quantiles.Inclusive(rates, x.Percent / 100m).Value == Quantiles.Inclusive(values, x.Percent / 100m);
        });

    [Fact]
    public void The_median_of_two_rates_is_exact()
    {
        Rate median = Quantiles.Inclusive([new Rate(1, 3), new Rate(1, 7)], 0.5m);

        Assert.Equal(0, median.CompareTo(new Rate(5, 21)));
    }

    [Fact]
    public void What_has_no_quantile_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Quantiles.Inclusive(Array.Empty<decimal>(), 0.5m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Inclusive([1m], 1.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Inclusive([1m], -0.01m));
        Assert.Throws<ArgumentException>(() => Quantiles.Inclusive([new Rate(1, 2), new Rate(0, 0)], 0.5m));
    }
}
