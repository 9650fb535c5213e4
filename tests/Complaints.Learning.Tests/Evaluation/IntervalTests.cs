using Complaints.Learning.Evaluation;

namespace Complaints.Learning.Tests.Evaluation;

public sealed class IntervalTests
{
    [Fact]
    public void Rows_that_belong_together_are_drawn_together_so_that_copies_make_no_interval_narrower()
    {
        (double[] p, byte[] y) = Sample(300, seed: 4);
        double[] weekly = [.. p.SelectMany(v => Enumerable.Repeat(v, 5))];
        byte[] labels = [.. y.SelectMany(v => Enumerable.Repeat(v, 5))];
        long[] cases = [.. Enumerable.Range(0, weekly.Length).Select(row => (long)(row / 5))];
        double once = Width(Evaluator.Judge(p, y, 400, 1, CancellationToken.None).RocAuc);
        double byRow = Width(Evaluator.Judge(weekly, labels, 400, 1, CancellationToken.None).RocAuc);
        double byCase = Width(Evaluator.Judge(weekly, labels, cases, 400, 1, CancellationToken.None).RocAuc);
        Assert.InRange(byCase / once, 0.85, 1.15);
        Assert.True(byRow < 0.6 * byCase, $"by row {byRow}, by case {byCase}");
        double[] other = [.. weekly.Select((v, row) => ((row / 5 * 7919) % 300) / 300.0)];
        Assert.True(
            Width(PairedDifference.RocAuc(weekly, other, labels, 400, 1)) < 0.6 * Width(
                PairedDifference.RocAuc(weekly, other, labels, cases, 400, 1)));
    }

    [Fact]
    public void The_calibration_error_of_true_probabilities_is_near_none_however_few_the_cases_are()
    {
        double corrected = 0;
        double plain = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            (double[] p, byte[] y) = Sample(160, seed);
            corrected += Evaluator.Judge(p, y, 100, 1, CancellationToken.None).CalibrationError.Value / 40;
            plain += CalibrationFigures.ExpectedError(p, y) / 40;
        }

        Assert.True(plain > 0.06, $"plain {plain}");
        Assert.True(corrected < 0.5 * plain, $"corrected {corrected}, plain {plain}");
    }

    [Fact]
    public void The_calibration_error_keeps_what_is_not_chance()
    {
        (double[] p, byte[] y) = Sample(4_000, seed: 9);
        double[] tooHigh = [.. p.Select(v => v + 0.15)];
        Interval error = Evaluator.Judge(tooHigh, y, 200, 1, CancellationToken.None).CalibrationError;
        Assert.InRange(error.Value, 0.13, 0.17);
        Assert.InRange(error.High - error.Low, 0.01, 0.06);
    }

    [Fact]
    public void The_interval_of_the_calibration_error_always_holds_it()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            (double[] p, byte[] y) = Sample(20 + (seed * 7), seed);
            Interval error = Evaluator.Judge(p, y, 60, (ulong)seed, CancellationToken.None).CalibrationError;
            Assert.InRange(error.Value, error.Low, error.High);
            Assert.True(error.Low >= 0);
        }
    }

    private static double Width(Interval interval) => interval.High - interval.Low;

    private static (double[] Probabilities, byte[] Labels) Sample(int rows, int seed)
    {
        Random random = new(seed);
        double[] p = [.. Enumerable.Range(0, rows).Select(_ => 0.05 + (0.6 * random.NextDouble()))];
        return (p, [.. p.Select(v => random.NextDouble() < v ? (byte)1 : (byte)0)]);
    }
}
