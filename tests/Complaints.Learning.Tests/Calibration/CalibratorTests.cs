using Complaints.Learning.Calibration;
using Complaints.Learning.Evaluation;
using Complaints.Learning;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Learning.Tests.Calibration;

public sealed class CalibratorTests
{
    [Fact]
    public void No_calibration_ever_reverses_two_cases()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            (double[] margins, byte[] labels) = Sample(seed, 60, slope: new Random(seed).NextDouble() * 2 - 0.5, offset: 0.3);
            ICalibrator[] calibrators = [PlattCalibrator.Fit(margins, labels), IsotonicCalibrator.Fit(margins, labels)];
            double[] sweep = [.. Enumerable.Range(-600, 1_200).Select(i => i * 0.011), .. margins];
            Array.Sort(sweep);
            return calibrators.All(c => sweep.Zip(sweep.Skip(1)).All(p => c.Apply(p.First) <= c.Apply(p.Second) + 1e-12));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0.5, -0.7)]
    [InlineData(2.0, 0.4)]
    public void Platt_finds_the_slope_and_offset_the_outcomes_were_drawn_from(double slope, double offset)
    {
        (double[] margins, byte[] labels) = Sample(1, 200_000, slope, offset);
        PlattCalibrator platt = PlattCalibrator.Fit(margins, labels);
        Assert.Equal(slope, platt.Slope, 0.03);
        Assert.Equal(offset, platt.Offset, 0.03);
    }

    [Fact]
    public void Scores_that_rank_backwards_are_calibrated_to_the_base_rate()
    {
        (double[] margins, byte[] labels) = Sample(2, 5_000, slope: -1, offset: 0);
        PlattCalibrator platt = PlattCalibrator.Fit(margins, labels);
        Assert.Equal(0, platt.Slope);
        Assert.Equal(labels.Average(l => l), LogOdds.ToProbability(platt.Apply(3)), 1e-3);
    }

    [Fact]
    public void Isotonic_rates_are_the_max_min_of_block_means()
    {
        // Another way to the same answer: the fit at i is the greatest, over starts, of the least, over ends, mean from start to end.
        (double[] margins, byte[] labels) = Sample(3, 60, 1, 0);
        Array.Sort(margins, labels);
        IsotonicCalibrator isotonic = IsotonicCalibrator.Fit(margins, labels);
        double[] expected = [.. Enumerable.Range(0, 60).Select(i =>
            Enumerable.Range(0, i + 1).Max(a => Enumerable.Range(i, 60 - i).Min(b => labels[a..(b + 1)].Average(l => l))))];
        int pools = expected.Distinct().Count();
        Assert.Equal(pools, isotonic.Values.Length);
        int start = 0;
        for (int pool = 0; pool < pools; pool++)
        {
            int count = expected.Skip(start).TakeWhile(e => e == expected[start]).Count();
            double positives = expected[start] * count;
            Assert.Equal((positives + 0.5) / (count + 1), LogOdds.ToProbability(isotonic.Values[pool]), 1e-9);
            start += count;
        }
    }

    [Fact]
    public void Overconfident_scores_are_nearer_to_the_truth_after_calibration_on_later_cases()
    {
        (double[] early, byte[] earlyLabels) = Sample(4, 4_000, 0.4, -1);
        (double[] late, byte[] lateLabels) = Sample(5, 4_000, 0.4, -1);
        double Error(Func<double, double> map) =>
            CalibrationFigures.ExpectedError([.. late.Select(m => LogOdds.ToProbability(map(m)))], lateLabels);
        double raw = Error(m => m);
        Assert.True(Error(PlattCalibrator.Fit(early, earlyLabels).Apply) < raw / 3);
        Assert.True(Error(IsotonicCalibrator.Fit(early, earlyLabels).Apply) < raw / 3);
    }

    private static (double[] Margins, byte[] Labels) Sample(int seed, int rows, double slope, double offset)
    {
        Random random = new(seed);
        double[] margins = [.. Enumerable.Range(0, rows).Select(_ => (random.NextDouble() * 8) - 4)];
        byte[] labels = [.. margins.Select(m => random.NextDouble() < 1 / (1 + Math.Exp(-((slope * m) + offset))) ? (byte)1 : (byte)0)];
        return (margins, labels);
    }
}
