using System.Collections.Immutable;
using Complaints.Domain.Errors;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Cases;
using Complaints.Learning;
using Complaints.Learning.BaseRate;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Training;

/// <summary>
/// Judges models as they would have done: for each month, trained with what was known the day before it began, judged on the cases of that
/// month. Beside the model in use stand the base rate, the rule a manager would use, and logistic regression.
/// </summary>
/// <param name="options">Settings.</param>
public sealed class EscalationEvaluator(EvaluationOptions options)
{
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
        List<DateOnly> answered = EvaluationMonths.Of(rows, answered: true, options.Months);
        List<DateOnly> open = EvaluationMonths.Of(rows, answered: false, options.Months);
        if (answered.Count == 0)
        {
            throw EvaluationMonths.None(rows);
        }

        Judgement judged = new(rows.Rule.HorizonDays);
        List<EvaluationMonth> months = [];
        foreach (DateOnly month in answered.Union(open).Order())
        {
            progress?.Report(month);
            EvaluationMonth result = JudgeMonth(
                rows, month, kind => (kind == PointKind.Response ? answered : open).Contains(month), judged, cancellationToken);
            if (answered.Contains(month))
            {
                months.Add(result);
            }
        }

        return Put(rows, judged, months, open, cancellationToken);
    }

    private EscalationEvaluation Put(
        PredictionRows rows, Judgement judged, List<EvaluationMonth> months, List<DateOnly> open, CancellationToken cancellationToken)
    {
        JudgedRows inUse = judged.Of(_inUse, PointKind.Response);
        JudgedRows before = judged.Before(_inUse);
        ulong seed = options.Training.Run.Seed;
        return new EscalationEvaluation(
            [.. months],
            [
                .. judged.Rows.Select(j => new ModelFigures(j.Key.Model, j.Key.Kind, Judge(rows, j.Value, cancellationToken))
                {
                    Months = j.Key.Kind == PointKind.Response ? [.. months.Select(m => m.Month)] : [.. open],
                }),
            ],
            Difference(inUse, judged.Of(OneRule, PointKind.Response)),
            Difference(inUse, judged.Of(Logistic, PointKind.Response)),
            EvaluationSlices.Of(rows, inUse, options.Resamples, seed, cancellationToken),
            Workloads(inUse, months),
            _inUse)
        {
            Resamples = options.Resamples,
            OverRuleOpen = before.Rows.Count == 0 ? null : Difference(before, judged.Before(OneRule)),
            EscalatedAnswered = rows.CasesAmong([.. inUse.Rows]).Escalated,
            EscalatedOpen = rows.CasesAmong([.. before.Rows]).Escalated,
            Waiting = judged.Waiting.Figures(),
        };

        Interval Difference(JudgedRows model, JudgedRows other) => PairedDifference.RocAuc(
            [.. model.Probabilities], [.. other.Probabilities], [.. model.Labels], rows.GroupsOf(model.Rows), options.Resamples, seed);
    }

    private EvaluationMonth JudgeMonth(
        PredictionRows rows, DateOnly month, Predicate<PointKind> isJudged, Judgement judged, CancellationToken cancellationToken)
    {
        DateOnly known = month.AddDays(-1);
        FeatureTable training = rows.Table.Take(rows.RipeBy(known));
        TrainingOptions run = options.Training.Run;
        EscalationTrainer trainer = new(options.Training);
        TrainedModel trained = trainer.Train(rows, options.Training.Learner, known, cancellationToken);
        (string Name, IModel Model)[] models =
        [
            (BaseRate, new BaseRateLearner().Train(training, null, run, cancellationToken)),
            (OneRule, new OneRuleLearner().Train(training, null, run, cancellationToken)),
            (Logistic, trainer.Train(rows, new LogisticLearner(new LogisticOptions()), known, cancellationToken).Model),
            (_inUse, trained.Model),
        ];
        EvaluationMonth result = new(month, known, training.RowCount, 0, 0, double.NaN);
        foreach (PointKind kind in Enum.GetValues<PointKind>().Where(kind => isJudged(kind)))
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
                judged.Of(name, kind).Add(test, probabilities, table.Labels);
                if (name == _inUse && kind == PointKind.Response)
                {
                    judged.Waiting.Add(rows, test, probabilities, trained.Waiting);
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

    private EvaluationReport Judge(PredictionRows rows, JudgedRows judged, CancellationToken cancellationToken) => Evaluator.Judge(
        [.. judged.Probabilities],
        [.. judged.Labels],
        rows.GroupsOf(judged.Rows),
        options.Resamples,
        options.Training.Run.Seed,
        cancellationToken);

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
                workloads.Add(
                    new Workload((i + 1) / weeks, (double)found / positives, (double)found / (i + 1), inUse.Probabilities[order[i]]));
                next++;
            }
        }

        return workloads.ToImmutable();
    }

    /// <summary>What was judged so far.</summary>
    private sealed class Judgement(int horizonDays)
    {
        public Dictionary<(string Model, PointKind Kind), JudgedRows> Rows { get; } = [];

        public WaitingCheck Waiting { get; } = new(horizonDays);

        public JudgedRows Of(string model, PointKind kind)
        {
            if (!Rows.TryGetValue((model, kind), out JudgedRows? rows))
            {
                Rows[(model, kind)] = rows = new JudgedRows();
            }

            return rows;
        }

        /// <summary>All moments before the response.</summary>
        public JudgedRows Before(string model) => JudgedRows.Together(
            Rows.GetValueOrDefault((model, PointKind.Acknowledgement)), Rows.GetValueOrDefault((model, PointKind.WeekOpen)));
    }
}
