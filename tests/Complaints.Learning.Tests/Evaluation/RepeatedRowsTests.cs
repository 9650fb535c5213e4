using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Evaluation;

/// <summary>Repeated rows once fell among those learned from and those judged, and a memoriser won.</summary>
public sealed class RepeatedRowsTests
{
    [Fact]
    public void Rows_equal_in_every_feature_stay_in_one_fold()
    {
        FeatureTable once = Tables.Mixed(400, seed: 1);
        FeatureTable twice = once.Take([.. Enumerable.Range(0, 400), .. Enumerable.Range(0, 400)]);
        int[] groups = RepeatedRows.GroupsOf(twice);
        Assert.Equal(groups[..400], groups[400..]);
        Assert.Equal(400, RepeatedRows.Count(groups));
        foreach ((int[] learn, int[] judge) in CrossValidation.Stratified(twice.Labels, groups, 5, 1, seed: 3))
        {
            Assert.Empty(learn.Select(row => groups[row]).Intersect(judge.Select(row => groups[row])));
            Assert.InRange(judge.Length, 140, 180);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public void A_row_exported_twice_under_two_running_numbers_is_still_the_same(int step)
    {
        Random random = new(8);
        float[] x = [.. Enumerable.Range(0, 300).Select(_ => (float)random.NextDouble())];
        byte[] y = [.. x.Select(_ => (byte)random.Next(2))];
        float[] id = [.. Enumerable.Range(1, 600).Select(i => (float)(i * step))];
        int[] groups = RepeatedRows.GroupsOf(Tables.Numbers([id, [.. x, .. x]], [.. y, .. y]));
        Assert.Equal(groups[..300], groups[300..]);
    }

    [Fact]
    public void A_value_that_many_cases_of_both_outcomes_share_is_no_repetition()
    {
        float[] x = [.. Enumerable.Range(0, 300).Select(i => (float)(i % 3))];
        byte[] y = [.. Enumerable.Range(0, 300).Select(i => i % 7 == 0 ? (byte)1 : (byte)0)];
        Assert.Equal(0, RepeatedRows.Count(RepeatedRows.GroupsOf(Tables.Numbers([x], y))));
    }

    [Fact]
    public void By_day_the_rolling_stretches_hold_enough_of_either_outcome()
    {
        int[] days = [.. Enumerable.Range(0, 1_200).Select(i => 20160101 + (i / 40))];
        FeatureTable table = Tables.Numbers(
            [[.. Enumerable.Range(0, 1_200).Select(i => (float)(i % 11))]],
            [.. Enumerable.Range(0, 1_200).Select(i => i % 9 == 0 ? (byte)1 : (byte)0)]);
        FeatureTable timed = new(table.Schema, table.Columns, table.Labels.ToArray(), days);
        IReadOnlyList<RollingOriginFold> folds = RollingOrigin.Stretches(timed, 4, 20);
        Assert.Equal(4, folds.Count);
        Assert.All(folds, fold =>
        {
            Assert.True(fold.Training.Max(row => days[row]) < fold.Test.Min(row => days[row]));
            Assert.True(fold.Test.Count(row => timed.Labels[row] == 1) >= 20);
        });
        Assert.Equal(1_200, folds[0].Training.Count + folds.Sum(fold => fold.Test.Count));
    }
}
