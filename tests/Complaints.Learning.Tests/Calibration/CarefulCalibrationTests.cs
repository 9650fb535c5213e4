using Complaints.Learning.Calibration;
using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Calibration;

/// <summary>A calibration once took all ranking away and was reported as one without error.</summary>
public sealed class CarefulCalibrationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_slope_near_zero_is_refused_and_only_the_level_is_moved(double slope)
    {
        (double[] margins, FeatureTable table) = Sample(400, slope, offset: 1);
        FittedCalibration fitted = CarefulCalibration.Fit(margins, table);
        Assert.Equal(1, fitted.Calibrator.Slope);
        Assert.Contains("refused", fitted.Caution, StringComparison.Ordinal);
        double[] p = [.. margins.Select(m => LogOdds.ToProbability(fitted.Calibrator.Apply(m)))];
        Assert.Equal(table.Labels.ToArray().Average(l => l), p.Average(), 1e-4);
        Assert.Equal(Ranking.RocAuc(margins, table.Labels), Ranking.RocAuc(p, table.Labels), 1e-12);
    }

    [Fact]
    public void Nineteen_of_one_outcome_move_nothing()
    {
        FeatureTable table = Tables.Numbers(
            [[.. Enumerable.Range(0, 500).Select(i => (float)i)]], [.. Enumerable.Range(0, 500).Select(i => i < 19 ? (byte)1 : (byte)0)]);
        FittedCalibration fitted = CarefulCalibration.Fit([.. Enumerable.Range(0, 500).Select(i => i / 100.0)], table);
        Assert.Equal(new PlattCalibrator(1, 0), fitted.Calibrator);
        Assert.Contains("19 of 500", fitted.Caution, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slope_that_the_cases_bear_out_is_taken()
    {
        (double[] margins, FeatureTable table) = Sample(4_000, 0.5, offset: -0.5);
        FittedCalibration fitted = CarefulCalibration.Fit(margins, table);
        Assert.Null(fitted.Caution);
        Assert.Equal(0.5, fitted.Calibrator.Slope, 0.1);
    }

    [Fact]
    public void Isotonic_calibration_keeps_the_order_of_any_two_scores()
    {
        (double[] margins, FeatureTable table) = Sample(300, 0.2, offset: 0);
        IsotonicCalibrator isotonic = IsotonicCalibrator.Fit(margins, table.Labels);
        double[] calibrated = [.. margins.Select(isotonic.Apply)];
        Assert.Equal(Ranking.RocAuc(margins, table.Labels), Ranking.RocAuc(calibrated, table.Labels), 1e-12);
    }

    private static (double[] Margins, FeatureTable Table) Sample(int rows, double slope, double offset)
    {
        Random random = new(8);
        double[] margins = [.. Enumerable.Range(0, rows).Select(_ => (random.NextDouble() * 8) - 4)];
        byte[] labels = [.. margins.Select(m => random.NextDouble() < 1 / (1 + Math.Exp(-((slope * m) + offset))) ? (byte)1 : (byte)0)];
        return (margins, Tables.Numbers([[.. margins.Select(m => (float)m)]], labels));
    }
}
