using System.Collections.Immutable;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Evaluation;
using Complaints.Escalation.Features;
using Complaints.Escalation.Learning;
using Complaints.Escalation.Learning.BaseRate;
using Complaints.Escalation.Learning.Logistic;
using Complaints.Escalation.Table;

namespace Complaints.Escalation.Training;

/// <summary>
/// Judges models as they would have done: for each month, trained with what was known the day before it began, judged on the cases of that
/// month. Beside the model in use stand the base rate, the rule a manager would use, and logistic regression.
/// </summary>
/// <param name="options">Settings.</param>
public sealed class EscalationEvaluator(EvaluationOptions options)
{
    /// <summary>Name of the project's own trees.</summary>
    public const string Trees = "trees";

    /// <summary>Name of the rule of <see cref="OneRuleLearner"/>.</summary>
    public const string OneRule = "one rule";

    /// <summary>Name of the logistic regression.</summary>
    public const string Logistic = "logistic";

    /// <summary>Name of the base rate.</summary>
    public const string BaseRate = "base rate";

    // A logistic regression in use still stands beside the one that everything is compared with.
    private readonly string _inUse = options.Training.Learner.Kind == Logistic ? "logistic, in use" : options.Training.Learner.Kind;

    /// <summary>Evaluates.</summary>
    /// <param name="rows">Prediction rows.</param>
    /// <param name="progress">Told the month being judged; may be null.</param>
    /// <param name="cancellationToken">Stops between models and rounds.</param>
    /// <exception cref="UserException">No month has enough known escalations before it.</exception>
    public EscalationEvaluation Run(PredictionRows rows, IProgress<DateOnly>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Dictionary<(string Model, PointKind Kind), JudgedRows> judged = [];
        List<EvaluationMonth> months = [];
        foreach (DateOnly month in MonthsToJudge(rows))
        {
            progress?.Report(month);
            months.Add(JudgeMonth(rows, month, judged, cancellationToken));
        }

        JudgedRows inUse = judged[(_inUse, PointKind.Response)];
        byte[] labels = [.. inUse.Labels];
        ulong seed = options.Training.Run.Seed;
        return new EscalationEvaluation(
            [.. months],
            [.. judged.Select(j => new ModelFigures(j.Key.Model, j.Key.Kind, Judge([.. j.Value.Probabilities], [.. j.Value.Labels], cancellationToken)))],
            Difference(OneRule),
            Difference(Logistic),
            EvaluationSlices.Of(rows, inUse, options.Resamples, seed, cancellationToken),
            Workloads(inUse, months),
            _inUse);

        Interval Difference(string other) => PairedDifference.RocAuc(
            [.. inUse.Probabilities], [.. judged[(other, PointKind.Response)].Probabilities], labels, options.Resamples, seed);
    }

    // Whole months only: the calls of half a month are not those of a month.
    private List<DateOnly> MonthsToJudge(PredictionRows rows)
    {
        DateOnly lastResponse = rows.History.CutOff.AddDays(-rows.Rule.HorizonDays);
        List<DateOnly> months = [.. rows.Points
            .Where(p => p.Kind == PointKind.Response)
            .Select(p => new DateOnly(p.Day.Year, p.Day.Month, 1))
            .Distinct()
            .Where(month => month.AddMonths(1).AddDays(-1) <= lastResponse)
            .OrderDescending()
            .Take(Math.Clamp(options.Months, 1, 36))
            .Where(month => rows.CasesAmong(rows.RipeBy(month.AddDays(-1))).Escalated >= Limits.TrainingPositives)
            .Order()];
        return months.Count > 0
            ? months
            : throw TooFew.Of(rows.CasesAmong(rows.RipeBy(rows.History.CutOff)).Escalated, rows.History.CutOff, rows.Rule);
    }

    private EvaluationMonth JudgeMonth(
        PredictionRows rows, DateOnly month, Dictionary<(string Model, PointKind Kind), JudgedRows> judged, CancellationToken cancellationToken)
    {
        DateOnly known = month.AddDays(-1);
        FeatureTable training = rows.Table.Take(rows.RipeBy(known));
        TrainingOptions run = options.Training.Run;
        EscalationTrainer trainer = new(options.Training);
        (string Name, IModel Model)[] models =
        [
            (BaseRate, new BaseRateLearner().Train(training, null, run, cancellationToken)),
            (OneRule, new OneRuleLearner().Train(training, null, run, cancellationToken)),
            (Logistic, trainer.Train(rows, new LogisticLearner(new LogisticOptions()), known, cancellationToken).Model),
            (_inUse, trainer.Train(rows, options.Training.Learner, known, cancellationToken).Model),
        ];
        EvaluationMonth result = new(month, known, training.RowCount, 0, 0, double.NaN);
        foreach (PointKind kind in Enum.GetValues<PointKind>())
        {
            int[] test = rows.At(kind, month, month.AddMonths(1));
            if (test.Length == 0)
            {
                continue;
            }

            FeatureTable table = rows.Table.Take(test);
            foreach ((string name, IModel model) in models)
            {
                double[] probabilities = model.Probabilities(table);
                if (!judged.TryGetValue((name, kind), out JudgedRows? all))
                {
                    judged[(name, kind)] = all = new JudgedRows();
                }

                all.Add(test, probabilities, table.Labels);
                if (name == _inUse && kind == PointKind.Response)
                {
                    result = result with
                    {
                        Answered = test.Length,
                        Escalated = (int)Ranking.Positives(table.Labels),
                        RocAuc = Ranking.RocAuc(probabilities, table.Labels),
                    };
                }
            }
        }

        return result;
    }

    private EvaluationReport Judge(double[] probabilities, byte[] labels, CancellationToken cancellationToken) =>
        Evaluator.Judge(probabilities, labels, options.Resamples, options.Training.Run.Seed, cancellationToken);

    private static ImmutableArray<Workload> Workloads(JudgedRows inUse, List<EvaluationMonth> months)
    {
        double weeks = months.Sum(m => m.Month.AddMonths(1).DayNumber - m.Month.DayNumber) / 7.0;
        int[] order = [.. Enumerable.Range(0, inUse.Labels.Count).OrderByDescending(i => inUse.Probabilities[i]).ThenBy(i => i)];
        long positives = inUse.Labels.Sum(l => (long)l);
        double[] recalls = [0.25, 0.5, 0.75, 0.9];
        ImmutableArray<Workload>.Builder workloads = ImmutableArray.CreateBuilder<Workload>();
        long found = 0;
        int next = 0;
        for (int i = 0; i < order.Length && next < recalls.Length; i++)
        {
            found += inUse.Labels[order[i]];
            if (found >= recalls[next] * positives)
            {
                workloads.Add(new Workload((i + 1) / weeks, (double)found / positives, (double)found / (i + 1), inUse.Probabilities[order[i]]));
                next++;
            }
        }

        return workloads.ToImmutable();
    }
}
