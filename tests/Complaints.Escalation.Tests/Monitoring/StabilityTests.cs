using Complaints.Escalation.Training;
using System.Collections.Immutable;
using Complaints.Escalation.Monitoring;
using Complaints.Learning.Table;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Escalation.Tests.Monitoring;

public sealed class StabilityTests
{
    [Fact]
    public void The_index_is_zero_where_nothing_moved_and_as_reckoned_by_hand_where_it_did()
    {
        ImmutableArray<double> then = [0.5, 0.5];
        Assert.Equal(0, StabilityIndex.Of(then, then));
        // (0.4 − 0.5) ln 0.8 + (0.6 − 0.5) ln 1.2
        Assert.Equal(0.0405465, StabilityIndex.Of(then, [0.4, 0.6]), 1e-7);
        Assert.Equal(StabilityIndex.Of(then, [0.4, 0.6]), StabilityIndex.Of([0.4, 0.6], then), 1e-12);
        Assert.True(double.IsFinite(StabilityIndex.Of([1, 0], [0, 1])));
    }

    [Fact]
    public void Shares_sum_to_one_whatever_the_numbers_are() => Prop.ForAll(
        ArbMap.Default.ArbFor<double[]>(),
        ArbMap.Default.ArbFor<double[]>(),
        (then, now) =>
        {
            Distribution distribution = Distribution.OfNumbers("x", then);
            return Sums(distribution.Shares, then)
                && Sums(distribution.SharesOf(now), now)
                && distribution.Shares.Length == distribution.Cuts.Length + 2;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_category_never_seen_in_training_has_a_bin_and_missing_has_its_own()
    {
        Distribution then = Distribution.Of("c", Column("a", "a", "b", null));
        Assert.Equal(["a", "b"], then.Categories);
        Assert.Equal([0.5, 0.25, 0, 0.25], then.Shares);
        Assert.Equal([0, 0.25, 0.5, 0.25], then.SharesOf(Column("b", "new", "other", null)));
    }

    [Fact]
    public void What_lies_outside_the_range_of_training_is_counted()
    {
        Distribution then = Distribution.OfNumbers("x", [1, 2, 3, double.NaN]);
        Assert.Equal(0.5, then.Outside(new NumericColumn([0, 1, 3, 4])));
        Assert.Equal(0, then.Outside(new NumericColumn([float.NaN, 2])));
    }

    [Theory]
    [InlineData(2000, 500)]
    [InlineData(1000, 25)]
    [InlineData(300, 8)]
    public void Samples_of_one_population_hardly_ever_differ_by_more_than_chance_is_said_to(int rowsThen, int rowsNow)
    {
        Random random = new(5);
        double highest = 0;
        for (int i = 0; i < 100; i++)
        {
            Distribution then = Distribution.OfNumbers("x", Draw(random, rowsThen));
            double index = StabilityIndex.Of(then.Shares, then.SharesOf(Draw(random, rowsNow)));
            highest = Math.Max(highest, index / StabilityIndex.ByChance(then.Shares, rowsThen, rowsNow, seed: 1));
        }

        Assert.InRange(highest, 0.4, 1.15);
    }

    [Fact]
    public void Moments_of_one_case_are_worth_little_more_than_one()
    {
        Assert.Equal(4, TrainingProfile.Effective([1, 2, 3, 4]));
        Assert.Equal(1, TrainingProfile.Effective([1, 1, 1, 1, 1]));
        // Ten moments, nine of one case: 100 ÷ (81 + 1).
        Assert.Equal(1, TrainingProfile.Effective([1, 1, 1, 1, 1, 1, 1, 1, 1, 2]));
        Assert.Equal(0, TrainingProfile.Effective([]));
    }

    [Fact]
    public void What_whole_cases_differ_by_through_chance_stays_below_what_chance_does_to_the_effective_rows()
    {
        Random random = new(8);
        int[] cases = [.. Enumerable.Range(0, 900).Select(row => row / 9)];
        for (int i = 0; i < 50; i++)
        {
            Distribution then = Distribution.OfNumbers("x", Weekly(random, 400));
            double index = StabilityIndex.Of(then.Shares, then.SharesOf(Weekly(random, 100)));
            Assert.True(index < StabilityIndex.ByChance(then.Shares, 400, TrainingProfile.Effective(cases), seed: 1));
        }
    }

    // Nine weeks of each case, all with the case's one number.
    private static double[] Weekly(Random random, int count) => [.. Draw(random, count).SelectMany(value => Enumerable.Repeat(value, 9))];

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];

    private static bool Sums(ImmutableArray<double> shares, double[] values) =>
        Math.Abs(shares.Sum() - (values.Length == 0 ? 0 : 1)) < 1e-9;

    private static CategoricalColumn Column(params string?[] values)
    {
        CategoryList categories = new(values.OfType<string>().Distinct());
        return new CategoricalColumn([.. values.Select(categories.CodeOf)], categories);
    }
}
