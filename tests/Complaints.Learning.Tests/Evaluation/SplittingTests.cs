using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Evaluation;

public sealed class SplittingTests
{
    [Fact]
    public void A_rolling_origin_never_learns_from_the_period_it_judges_or_a_later_one()
    {
        FeatureTable table = Tables.Mixed(600, seed: 1);
        IReadOnlyList<RollingOriginFold> folds = RollingOrigin.Stretches(table, folds: 5, leastOfEither: 5);
        Assert.NotEmpty(folds);
        foreach (RollingOriginFold fold in folds)
        {
            Assert.All(fold.Training, r => Assert.True(table.TimeKeys[r] <= fold.LastTrainingKey && fold.LastTrainingKey < fold.TestKey));
            Assert.All(fold.Test, r => Assert.True(table.TimeKeys[r] >= fold.TestKey));
        }
    }

    [Fact]
    public void Every_row_is_judged_once_per_repetition_and_classes_are_spread_evenly()
    {
        byte[] labels = [.. Enumerable.Range(0, 503).Select(i => (byte)(i % 7 == 0 ? 1 : 0))];
        var splits = CrossValidation.Stratified(labels, [.. Enumerable.Range(0, 503)], folds: 5, repeats: 2, seed: 3);
        Assert.Equal(10, splits.Count);
        Assert.Equal([.. Enumerable.Range(0, 503)], splits.Take(5).SelectMany(s => s.Judge).Order());
        Assert.All(splits, s => Assert.Empty(s.Learn.Intersect(s.Judge)));
        Assert.All(splits, s => Assert.InRange(s.Judge.Sum(r => labels[r]), 14, 15));
    }

    [Fact]
    public void The_bootstrap_interval_holds_the_true_figure_about_as_often_as_it_says()
    {
        // The true AUC of two unit normals one apart is 0.760.
        int held = 0;
        for (int trial = 0; trial < 60; trial++)
        {
            Random random = new(trial);
            double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            byte[] y = [.. Enumerable.Range(0, 300).Select(i => (byte)(i % 3 == 0 ? 1 : 0))];
            double[] p = [.. y.Select(v => 1 / (1 + Math.Exp(-(Normal() + v))))];
            Interval interval = Evaluator.Judge(p, y, 200, 1, CancellationToken.None).RocAuc;
            held += interval.Low <= 0.760 && 0.760 <= interval.High ? 1 : 0;
        }

        Assert.InRange(held, 51, 60);
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals()
    {
        Random random = new(1);
        double[] p = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
        byte[] y = [.. p.Select(v => random.NextDouble() < v ? (byte)1 : (byte)0)];
        EvaluationReport a = Evaluator.Judge(p, y, 100, 5, CancellationToken.None);
        EvaluationReport b = Evaluator.Judge(p, y, 100, 5, CancellationToken.None);
        Assert.Equal(a.RocAuc, b.RocAuc);
        Assert.Equal(a.Top, b.Top);
        Assert.NotEqual(a.RocAuc, Evaluator.Judge(p, y, 100, 6, CancellationToken.None).RocAuc);
    }
}
