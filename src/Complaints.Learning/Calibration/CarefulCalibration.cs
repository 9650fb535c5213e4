using System.Globalization;
using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Calibration;

/// <summary>
/// Platt's calibration where the later cases bear it. A slope near 0 says that the scores told nothing there, and would throw the ranking
/// away for all rows; it is refused, and only the level is moved. Too few cases move nothing.
/// </summary>
public static class CarefulCalibration
{
    /// <summary>Fewest of either outcome that move anything.</summary>
    public const int LeastOfEither = 20;

    /// <summary>Least slope that is believed.</summary>
    public const double LeastSlope = 0.1;

    /// <summary>Fits on labelled cases later than those the model learned from.</summary>
    /// <param name="margins">The model's log-odds by row.</param>
    /// <param name="table">The rows' labels.</param>
    public static FittedCalibration Fit(double[] margins, FeatureTable table)
    {
        ArgumentNullException.ThrowIfNull(margins);
        ArgumentNullException.ThrowIfNull(table);
        int positives = table.Labels.Count((byte)1);
        int negatives = table.RowCount - positives;
        if (Math.Min(positives, negatives) < LeastOfEither)
        {
            return new FittedCalibration(new PlattCalibrator(1, 0), string.Create(
                CultureInfo.InvariantCulture,
                $"{positives:N0} of {table.RowCount:N0} later rows escalated, too few of one kind to calibrate on (at least {LeastOfEither}): the scores stand as they were learned"));
        }

        PlattCalibrator platt = PlattCalibrator.Fit(margins, table.Labels);
        return platt.Slope >= LeastSlope
            ? new FittedCalibration(platt, null)
            : new FittedCalibration(new PlattCalibrator(1, LevelledLoss.ShiftOf(margins, table)), string.Create(
                CultureInfo.InvariantCulture,
                $"a slope of {platt.Slope:0.00} was refused: the scores told nothing of {table.RowCount:N0} later rows, and it would have thrown the ranking away; only the level was moved"));
    }
}
