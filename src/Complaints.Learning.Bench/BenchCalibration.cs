using System.Globalization;
using Complaints.Learning.Calibration;
using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>Calibrates a learner's models within the training period.</summary>
internal static class BenchCalibration
{
    private const int LeastRows = 200;
    private const int LeastOfEither = 50;
    private const double MostShare = 2.0 / 3;

    /// <summary>
    /// The calibration sees scores of cases later than those its model learned from, none of which that model knew from an earlier copy;
    /// the model used afterwards learns from all of them.
    /// </summary>
    /// <param name="training">Rows of the training period, in the order of time.</param>
    /// <param name="copies">By row, a number that rows share that are one case over again.</param>
    /// <param name="learner">What learns from the earlier rows.</param>
    /// <param name="run">Seed and threads.</param>
    /// <param name="cancellationToken">Stops the learner.</param>
    public static (FittedCalibration Platt, IsotonicCalibrator Isotonic, string Slice) Fit(
        FeatureTable training, int[] copies, ILearner learner, TrainingOptions run, CancellationToken cancellationToken)
    {
        int first = FirstLate(training);
        bool whole = training.TimeKeys[first] != training.TimeKeys[first - 1];
        int[] later = [.. Enumerable.Range(first, training.RowCount - first)];
        FeatureTable late = training.Take(later);
        FeatureTable early = training.Take(
            RepeatedRows.WithoutTwins(copies, Enumerable.Range(0, first), later));
        string slice = string.Create(
            CultureInfo.InvariantCulture,
            $"fitted on the scores of the last {late.RowCount:N0} training rows{(whole ? $" (time {late.TimeKeys[0]} to {late.TimeKeys[^1]})" : "")}, {late.Labels.Count((byte)1):N0} positive, by a model of the rows before");
        if (!early.Labels.Contains((byte)0) || !early.Labels.Contains((byte)1))
        {
            return (new FittedCalibration(new PlattCalibrator(1, 0), "the earlier rows are all of one outcome; nothing was calibrated"), new IsotonicCalibrator([0], [0]), slice);
        }

        double[] margins = learner.Train(early, null, run, cancellationToken).Margins(late);
        return (CarefulCalibration.Fit(margins, late), IsotonicCalibrator.Fit(margins, late.Labels), slice);
    }

    // Whole time keys from the end, until there are enough rows and enough of either outcome; where one key holds most rows, a quarter of
    // the rows.
    private static int FirstLate(FeatureTable training)
    {
        int rows = training.RowCount;
        int positives = 0;
        for (int first = rows - 1; first > rows * (1 - MostShare); first--)
        {
            positives += training.Labels[first];
            int late = rows - first;
            bool enough = late >= Math.Max(LeastRows, rows * 0.15) && Math.Min(positives, late - positives) >= LeastOfEither;
            if (enough && training.TimeKeys[first] != training.TimeKeys[first - 1])
            {
                return first;
            }
        }

        return rows * 3 / 4;
    }
}
