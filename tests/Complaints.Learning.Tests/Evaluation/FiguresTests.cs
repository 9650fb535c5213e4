using System.Globalization;
using Complaints.Learning.Evaluation;
using Complaints.Learning.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Learning.Tests.Evaluation;

public sealed class FiguresTests
{
    [Fact]
    public void Roc_auc_is_the_share_of_pairs_in_the_right_order()
    {
        ForAnySample((p, y) =>
        {
            double right = 0;
            double pairs = 0;
            for (int i = 0; i < y.Length; i++)
            {
                for (int j = 0; j < y.Length; j++)
                {
                    if (y[i] == 1 && y[j] == 0)
                    {
                        pairs++;
                        right += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
                    }
                }
            }

            return Near(Ranking.RocAuc(p, y), pairs == 0 ? double.NaN : right / pairs);
        });
    }

    [Fact]
    public void Average_precision_is_the_sum_over_thresholds()
    {
        ForAnySample((p, y) =>
        {
            double sum = 0;
            double before = 0;
            double all = y.Sum(v => v);
            foreach (double threshold in p.Distinct().OrderDescending())
            {
                double called = p.Count(v => v >= threshold);
                double hits = Enumerable.Range(0, y.Length).Count(i => p[i] >= threshold && y[i] == 1);
                sum += ((hits / all) - before) * hits / called;
                before = hits / all;
            }

            return Near(Ranking.AveragePrecision(p, y), all == 0 ? double.NaN : sum);
        });
    }

    [Fact]
    public void Recall_precision_and_lift_without_ties_are_counts_over_the_sorted_cases()
    {
        Random random = new(1);
        double[] p = [.. Enumerable.Range(0, 997).Select(i => (i * 0.613) % 1)];
        byte[] y = [.. p.Select(v => random.NextDouble() < v * 0.4 ? (byte)1 : (byte)0)];
        TopShare top = Ranking.Top(p, y, 0.10);
        int hits = Enumerable.Range(0, 997).OrderByDescending(i => p[i]).Take(100).Sum(i => y[i]);
        Assert.Equal(100, top.Calls);
        Assert.Equal(hits / 100.0, top.Precision, 1e-12);
        Assert.Equal(hits / (double)y.Sum(v => v), top.Recall, 1e-12);
        Assert.Equal(top.Precision / (y.Sum(v => v) / 997.0), top.Lift, 1e-12);
    }

    [Fact]
    public void Equal_scores_for_all_have_no_lift()
    {
        byte[] y = [.. Enumerable.Range(0, 1_000).Select(i => (byte)(i < 200 ? 1 : 0))];
        double[] p = [.. y.Select(_ => 0.3)];
        Assert.Equal(0.5, Ranking.RocAuc(p, y));
        Assert.Equal(0.2, Ranking.AveragePrecision(p, y), 1e-12);
        Assert.Equal(1, Ranking.Top(p, y, 0.05).Lift, 1e-12);
    }

    [Fact]
    public void The_reliability_table_covers_every_case_once_and_gives_the_calibration_error()
    {
        ForAnySample((p, y) =>
        {
            var table = CalibrationFigures.Reliability(p, y);
            double error = table.Sum(b => b.Count * Math.Abs(b.MeanProbability - b.ObservedRate)) / y.Length;
            return table.Sum(b => b.Count) == y.Length
                && Near(table.Sum(b => b.Count * b.ObservedRate), y.Sum(v => v))
                && Near(table.Sum(b => b.Count * b.MeanProbability), p.Sum())
                && Near(CalibrationFigures.ExpectedError(p, y), error)
                && table.Zip(table.Skip(1)).All(b => b.First.Highest < b.Second.Lowest);
        });
    }

    [Fact]
    public void Probabilities_ten_points_too_high_have_a_calibration_error_of_ten_points()
    {
        Random random = new(3);
        double[] truth = [.. Enumerable.Range(0, 200_000).Select(_ => 0.1 + (0.5 * random.NextDouble()))];
        byte[] y = [.. truth.Select(t => random.NextDouble() < t ? (byte)1 : (byte)0)];
        Assert.Equal(0.10, CalibrationFigures.ExpectedError([.. truth.Select(t => t + 0.1)], y), 0.005);
        Assert.Equal(0.00, CalibrationFigures.ExpectedError(truth, y), 0.006);
    }

    [Fact]
    public void Figures_agree_with_scikit_learn()
    {
        Random random = new(6);
        double[] p = [.. Enumerable.Range(0, 2_000).Select(_ => Math.Round(random.NextDouble(), 2))];
        byte[] y = [.. p.Select(v => random.NextDouble() < 0.1 + (0.5 * v) ? (byte)1 : (byte)0)];
        string output = Python.RunOrSkip("sklearn", """
            import sys
            import numpy as np
            from sklearn.metrics import roc_auc_score, average_precision_score, brier_score_loss, log_loss
            d = np.loadtxt(sys.stdin, delimiter=",")
            p, y = d[:, 0], d[:, 1]
            print(*[repr(float(v)) for v in [roc_auc_score(y, p), average_precision_score(y, p), brier_score_loss(y, p), log_loss(y, np.clip(p, 1e-15, 1 - 1e-15))]])
            """, string.Join('\n', p.Zip(y, (a, b) => string.Create(CultureInfo.InvariantCulture, $"{a},{b}"))));
        double[] theirs =
        [
            .. output.Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(v =>
                    double.Parse(v, CultureInfo.InvariantCulture)),
        ];
        double[] ours =
        [
            Ranking.RocAuc(p, y), Ranking.AveragePrecision(p, y), CalibrationFigures.Brier(p, y), CalibrationFigures.LogLoss(p, y),
        ];
        Assert.All(ours.Zip(theirs), v => Assert.Equal(v.Second, v.First, 1e-9));
    }

    private static bool Near(double a, double b) => (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) < 1e-9;

    // Few distinct scores, so that ties are the rule.
    private static void ForAnySample(Func<double[], byte[], bool> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            int rows = random.Next(1, 80);
            double[] p = [.. Enumerable.Range(0, rows).Select(_ => random.Next(0, 12) / 11.0)];
            byte[] y = [.. Enumerable.Range(0, rows).Select(_ => (byte)random.Next(0, 2))];
            return holds(p, y);
        }).QuickCheckThrowOnFailure();
}
