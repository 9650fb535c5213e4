using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Learning.Calibration;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Cases;
using Complaints.Learning;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Training;

/// <summary>
/// Trains a model of escalation in order of time: it learns from the earlier cases, stops early on later ones and is calibrated on later
/// ones still. All rows of a case stand in one of these.
/// </summary>
/// <param name="options">Settings.</param>
public sealed class EscalationTrainer(TrainerOptions options)
{
    // Twice what either phase needs to be calibrated by itself, and some more.
    private const int CalibrationPositives = 50;

    /// <summary>Trains the learner in use on all outcomes known by the data cut-off.</summary>
    /// <exception cref="UserException">Fewer than <see cref="Limits.TrainingPositives"/> escalated cases.</exception>
    public TrainedModel Train(PredictionRows rows, CancellationToken cancellationToken) =>
        Train(rows, options.Learner, rows.History.CutOff, cancellationToken);

    /// <summary>Trains with a learner on the outcomes known by a day.</summary>
    /// <param name="rows">Prediction rows.</param>
    /// <param name="learner">The learner.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops between rounds.</param>
    /// <exception cref="UserException">
    /// Fewer than <see cref="Limits.TrainingPositives"/> escalated cases, or none at all in a slice.
    /// </exception>
    public TrainedModel Train(PredictionRows rows, ILearner learner, DateOnly asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int[] ripe = rows.RipeBy(asOf);
        (_, int escalated) = rows.CasesAmong(ripe);
        if (escalated < Limits.TrainingPositives)
        {
            throw TooFew.Of(escalated, asOf, rows.Rule);
        }

        (int[] early, int[] late) = Split(rows, ripe);
        FeatureTable fit = rows.Table.Take(early);
        FeatureTable calibration = rows.Table.Take(late);
        if (!BothClasses(fit) || !BothClasses(calibration))
        {
            throw new UserException(
                $"The outcomes known on {asOf:yyyy-MM-dd} are all alike in the earlier or the later part.",
                expected: "escalated and other cases in either part",
                fix: "load a longer or more even history");
        }

        IModel model = learner.Train(fit, null, options.Run, cancellationToken);
        (PhasedModel calibrated, string? caution) = Calibrate(model, calibration);
        EvaluationReport report = Evaluator.Judge(
            calibrated.Probabilities(calibration), calibration.Labels.ToArray(), resamples: 0, options.Run.Seed, cancellationToken);
        return new TrainedModel(
            calibrated,
            LearnerIdentity.Of(learner),
            rows.Rule,
            asOf,
            Slice(rows, early),
            Slice(rows, late),
            Waiting(rows, ripe),
            report,
            options.Run.Seed)
        {
            CalibrationCaution = caution,
            HeldBackCases = rows.History.HeldBackCases,
            HeldBackRowsWithoutCase = rows.History.HeldBackRowsWithoutCase,
        };
    }

    private static (PhasedModel Model, string? Caution) Calibrate(IModel model, FeatureTable calibration)
    {
        (int[] open, int[] answered) = PhasedModel.Rows(calibration);
        FittedCalibration before = Fit(model, calibration.Take(open), calibration);
        FittedCalibration after = Fit(model, calibration.Take(answered), calibration);
        string[] cautions = [.. new[] { ("open cases", before), ("answered cases", after) }
            .Where(phase => phase.Item2.Caution is not null)
            .Select(phase => $"{phase.Item1}: {phase.Item2.Caution}")];
        return (
            new PhasedModel(new CalibratedModel(model, before.Calibrator), new CalibratedModel(model, after.Calibrator)),
            cautions.Length == 0 ? null : string.Join("; ", cautions));
    }

    // A phase with too few of either outcome says too little by itself; then all rows speak for it.
    private static FittedCalibration Fit(IModel model, FeatureTable phase, FeatureTable all)
    {
        int positives = phase.Labels.Count((byte)1);
        FeatureTable table = Math.Min(positives, phase.RowCount - positives) >= CarefulCalibration.LeastOfEither ? phase : all;
        return CarefulCalibration.Fit(model.Margins(table), table);
    }

    // The time key is the same for all rows of a case, and the cut lies between two days.
    private (int[] Early, int[] Late) Split(PredictionRows rows, int[] ripe)
    {
        ReadOnlySpan<int> keys = rows.Table.TimeKeys;
        int[] sorted = new int[ripe.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[i] = keys[ripe[i]];
        }

        Array.Sort(sorted);
        // Rows alone do not make a slice: where few of the latest escalated it reaches further back, to half of them at most.
        int cut = 0;
        for (double share = options.CalibrationShare; share <= Math.Max(0.5, options.CalibrationShare); share += 0.05)
        {
            cut = sorted[(int)((1 - share) * (sorted.Length - 1))];
            int escalated = 0;
            foreach (int row in ripe)
            {
                escalated += keys[row] > cut ? rows.Table.Labels[row] : 0;
            }

            if (escalated >= CalibrationPositives)
            {
                break;
            }
        }

        List<int> early = [];
        List<int> late = [];
        foreach (int row in ripe)
        {
            (keys[row] <= cut ? early : late).Add(row);
        }

        return ([.. early], [.. late]);
    }

    private static WaitingCurve Waiting(PredictionRows rows, int[] ripe)
    {
        List<int> delays = [];
        foreach (int row in ripe)
        {
            PredictionPoint point = rows.Points[row];
            if (point.Kind == PointKind.Response && rows.Table.Labels[row] == 1)
            {
                CaseRecord of = rows.History.Cases[point.Case];
                delays.Add(of.EscalatedOn!.Value.DayNumber - of.Latest.RespondedOn!.Value.DayNumber);
            }
        }

        return WaitingCurve.Learn(delays, rows.Rule.HorizonDays);
    }

    private static TrainingSlice Slice(PredictionRows rows, int[] slice)
    {
        (int cases, int escalated) = rows.CasesAmong(slice);
        return new TrainingSlice(slice.Min(r => rows.Points[r].Day), slice.Max(r => rows.Points[r].Day), slice.Length, cases, escalated);
    }

    private static bool BothClasses(FeatureTable table) => table.Labels.Contains((byte)0) && table.Labels.Contains((byte)1);
}
