using System.Collections.Immutable;
using Complaints.Domain.Errors;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Learning;
using Complaints.Escalation.Registry;
using Complaints.Learning.Table;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Monitoring;

/// <summary>
/// Says whether a model still sees the world it was trained on, and whether what it said came true. Like is compared with like: the moments
/// of training (acknowledgement, weeks open, response) with the same moments of the latest months.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="profile">What its training rows looked like.</param>
/// <param name="options">What is compared, and the thresholds.</param>
public sealed class RiskMonitor(StoredModel model, TrainingProfile profile, MonitoringOptions options)
{
    private const int Resamples = 200;

    private static readonly FeatureTopic[] s_records = [FeatureTopic.Landlord, FeatureTopic.Area, FeatureTopic.Contractor];

    /// <summary>Looks at the cases of a warehouse.</summary>
    /// <exception cref="UserException">There is no moment in the window.</exception>
    public MonitoringReport Run(CaseHistory history, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        DateOnly from = history.CutOff.AddDays(1 - options.WindowDays);
        (FeatureTable now, int effective) = Window(history, from, cancellationToken);
        PredictionRows rows = PredictionRows.Build(history, model.Rule, cancellationToken);
        (ImmutableArray<MaturedMonth> months, Interval? error) = Matured(rows, cancellationToken);
        return new MonitoringReport(
            model.Manifest.Version,
            from,
            history.CutOff,
            now.RowCount,
            [
                .. FeatureList.All
                    .Select((feature, at) => Figure(feature, profile.Features[at], now.Columns[at], effective))
                    .OrderByDescending(figure => figure.Level)
                    .ThenBy(figure => figure.ByRange)
                    .ThenByDescending(figure => figure.Moved)
                    .ThenBy(figure => figure.Name, StringComparer.Ordinal),
            ],
            Scores(now, effective),
            months,
            error,
            error is null || error.Value < options.WatchError ? AlarmLevel.Stable
                : error.Value < options.AlarmError ? AlarmLevel.Watch
                : AlarmLevel.Alarm);
    }

    private (FeatureTable Rows, int Effective) Window(CaseHistory history, DateOnly from, CancellationToken cancellationToken)
    {
        FeatureBuilder builder = new(history, model.Rule);
        List<PredictionPoint> points = builder.Known(PredictionPoints.Of(history, model.Rule.HorizonDays).Where(p => p.Day >= from));
        return points.Count > 0
            ? (builder.Build(points, cancellationToken), TrainingProfile.Effective(points.Select(p => p.Case)))
            : throw new UserException(
                $"No case was acknowledged, open or answered in the last {options.WindowDays} days of the data.",
                where: "window",
                expected: "a window with cases",
                fix: "load a newer extract, or choose a longer window with --days");
    }

    private StabilityFigure Figure(CaseFeature feature, Distribution then, FeatureColumn now, int effective)
    {
        double index = StabilityIndex.Of(then.Shares, then.SharesOf(now));
        double chance = StabilityIndex.ByChance(then.Shares, profile.EffectiveRows, effective, model.Manifest.Seed);
        double outside = then.Outside(now);
        bool byRange = s_records.Contains(feature.Topic);
        return new StabilityFigure(
            feature.Name, feature.Title, index, chance, outside, byRange ? OfRange(outside) : OfIndex(index, chance), byRange);
    }

    private StabilityFigure Scores(FeatureTable now, int effective)
    {
        double[] scores = model.Model.Probabilities(now);
        double index = StabilityIndex.Of(profile.Scores.Shares, profile.Scores.SharesOf(scores));
        double chance = StabilityIndex.ByChance(profile.Scores.Shares, profile.EffectiveScoreRows, effective, model.Manifest.Seed);
        double outside = scores.Count(score => score < profile.Scores.Least || score > profile.Scores.Most) / (double)scores.Length;
        return new StabilityFigure(TrainingProfile.ScoreName, "Probability of escalation", index, chance, outside, OfIndex(index, chance));
    }

    private AlarmLevel OfIndex(double index, double chance) => index < options.WatchIndex || index <= chance ? AlarmLevel.Stable
        : index < options.AlarmIndex ? AlarmLevel.Watch
        : AlarmLevel.Alarm;

    private AlarmLevel OfRange(double outside) => outside < options.WatchOutside ? AlarmLevel.Stable
        : outside < options.AlarmOutside ? AlarmLevel.Watch
        : AlarmLevel.Alarm;

    // The model saw no outcome that became known after its training, so these are as later to it as those of an evaluation.
    private (ImmutableArray<MaturedMonth> Months, Interval? Error) Matured(PredictionRows rows, CancellationToken cancellationToken)
    {
        HashSet<int> seen = [.. rows.RipeBy(model.Manifest.TrainedAsOf)];
        int[] matured =
        [
            .. Enumerable.Range(0, rows.Points.Length).Where(row => rows.Points[row].Kind == PointKind.Response && !seen.Contains(row)),
        ];
        if (matured.Length == 0)
        {
            return ([], null);
        }

        FeatureTable table = rows.Table.Take(matured);
        double[] probabilities = model.Model.Probabilities(table);
        byte[] labels = table.Labels.ToArray();
        ImmutableArray<MaturedMonth> months =
        [
            .. Enumerable.Range(0, matured.Length)
                .GroupBy(at => new DateOnly(rows.Points[matured[at]].Day.Year, rows.Points[matured[at]].Day.Month, 1))
                .OrderBy(month => month.Key)
                .Select(month => Month(month.Key, [.. month.Select(at => probabilities[at])], month.Sum(at => labels[at]))),
        ];
        Interval? error = matured.Length < options.FewestMatured
            ? null
            : Evaluator.Judge(
                probabilities, labels, rows.GroupsOf(matured), Resamples, model.Manifest.Seed, cancellationToken).CalibrationError;
        return (months, error);
    }

    private MaturedMonth Month(DateOnly month, double[] probabilities, int escalated)
    {
        double expected = probabilities.Sum();
        double deviation = Math.Sqrt(probabilities.Sum(p => p * (1 - p)));
        double distance = deviation == 0 ? 0 : Math.Abs(escalated - expected) / deviation;
        AlarmLevel level = distance < options.WatchDistance ? AlarmLevel.Stable
            : distance < 1.5 * options.WatchDistance ? AlarmLevel.Watch
            : AlarmLevel.Alarm;
        return new MaturedMonth(month, probabilities.Length, escalated, expected / probabilities.Length, level);
    }
}
