using System.Collections.Immutable;
using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Learning.Calibration;
using Complaints.Learning.Evaluation;
using Complaints.Learning.BaseRate;
using Complaints.Learning.Encodings;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>
/// Runs the product's learners on any table of cases with a label and a time: learns from one period, judges on a later one. Everything
/// that is chosen is chosen within the training period.
/// </summary>
public static class RiskBench
{
    /// <summary>Runs a bench.</summary>
    /// <param name="options">The file and the periods.</param>
    /// <param name="progress">Told about each step; may be null.</param>
    /// <param name="cancellationToken">Stops between models and rounds.</param>
    /// <exception cref="UserException">The file cannot be read, a column is missing, or there is too little to learn from.</exception>
    /// <exception cref="UsageException">The periods overlap, or an option cannot be understood.</exception>
    public static async Task<BenchReport> RunAsync(
        BenchOptions options, IProgress<BenchProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (options.Resamples is < 0 or > 10_000 || options.Repeats is < 1 or > 20)
        {
            throw new UsageException(
                "Too many or too few repetitions were asked for.",
                where: "--resamples, --repeats",
                expected: "0 to 10,000 resamples and 1 to 20 repeats");
        }

        progress?.Report(new BenchProgress("reading the file", 0, 1));
        return await Task.Run(
            () =>
            {
                CsvTable csv = CsvTable.Read(options.Csv, cancellationToken);
                BenchTable table = BenchTableBuilder.Build(csv, options);
                return Run(table, options, progress, cancellationToken) with { MalformedRows = csv.LeftOut };
            },
            cancellationToken);
    }

    private static BenchReport Run(
        BenchTable table, BenchOptions options, IProgress<BenchProgress>? progress, CancellationToken cancellationToken)
    {
        TrainingOptions run = new(options.Seed, options.Threads);
        FeatureTable known = table.Returning.Without(table.Training);
        ImmutableArray<CandidateScore> candidates = CandidateSelection.Run(known, options, progress, cancellationToken);
        BenchCandidate chosen = BenchCandidates.All[candidates.IndexOf(candidates.Single(c => c.Chosen))];
        BenchCandidate logistic = BestOf(candidates, "logistic");
        BenchCandidate trees = BestOf(candidates, "trees");
        ILearner plainest = BenchCandidates.Learner(BenchCandidates.All[CandidateSelection.PlainOf(candidates)]);
        ILearner LearnerOf(BenchCandidate candidate) => table.Returning.Beside(BenchCandidates.Learner(candidate), plainest);

        progress?.Report(new BenchProgress("calibrating on the last slice of the training period", 0, 1));
        (FittedCalibration fitted, IsotonicCalibrator isotonic, string slice) = BenchCalibration.Fit(
            table.Training, RepeatedRows.CopiesOf(known), LearnerOf(chosen), run, cancellationToken);
        PlattCalibrator platt = fitted.Calibrator;

        IModel TrainAll(ILearner learner) => learner.Train(table.Training, null, run, cancellationToken);
        IModel heuristic = TrainAll(new HeuristicLearner());
        IModel best = TrainAll(LearnerOf(chosen));
        IModel plain = TrainAll(plainest);
        List<(string Name, IModel Model)> models =
        [
            ("base rate", TrainAll(new BaseRateLearner())),
            ($"one rule: past rate by {((HeuristicLearner.OneColumn)heuristic).Column}", heuristic),
            ("plain logistic, one-hot", plain),
            ($"best logistic: {logistic.Name}", TrainAll(LearnerOf(logistic))),
            ($"best trees: {trees.Name}", TrainAll(LearnerOf(trees))),
            .. options.Beside.Select(learner => ($"beside: {learner.Title}", TrainAll(learner))),
            ($"chosen: {chosen.Name}", best),
            ("chosen, isotonic calibration", new CalibratedModel(best, isotonic)),
            ("chosen, Platt calibration", new CalibratedModel(best, platt)),
        ];

        // A state may be told by a number of few values.
        (ITableTransform coding, FeatureTable coded) = new FewValuesAsCategories().Learn(table.Training, options.Seed);
        BenchTable states = table with { Training = coded, Test = coding.Apply(table.Test) };
        ImmutableArray<Unripe> unripe = UnripeRows.Find(states);
        FeatureTable ripe = unripe.IsEmpty ? table.Test : table.Test.Take(UnripeRows.Without(states, unripe));
        // Nothing can be ranked among rows of one answer alone.
        bool apart = !unripe.IsEmpty && ripe.Labels.ContainsAnyExcept((byte)0) && ripe.Labels.ContainsAnyExcept((byte)1);
        List<JudgedModel> judged = [];
        foreach ((string name, IModel model) in models)
        {
            progress?.Report(new BenchProgress("judging on the test period", judged.Count, models.Count));
            judged.Add(new JudgedModel(
                name,
                Judge(model, table.Test, options, cancellationToken),
                !apart ? null : Judge(model, ripe, options, cancellationToken)));
        }

        byte[] labels = table.Test.Labels.ToArray();
        double[] final = models[^1].Model.Margins(table.Test);
        return new BenchReport(
            options,
            table.Columns,
            table.Training.RowCount,
            table.Test.RowCount,
            table.OutsideRows,
            table.UnlabelledRows,
            table.ExcludedRows,
            Drift.Rate(table.Training), Drift.Rate(table.Test), ripe.RowCount, Drift.Rate(ripe), candidates, [.. judged],
            PairedDifference.RocAuc(final, plain.Margins(table.Test), labels, options.Resamples, options.Seed),
            string.Create(CultureInfo.InvariantCulture, $"Platt, slope {platt.Slope:0.00}, offset {platt.Offset:+0.00;-0.00;0.00}; {slice}{(fitted.Caution is null ? "" : "; ")}{fitted.Caution}"),
            ErrorAfterShift(final, labels), Drift.Explain(states.Training, states.Test), unripe)
        {
            RepeatedRows = RepeatedRows.Count(RepeatedRows.GroupsOf(known)),
        };
    }

    private static BenchCandidate BestOf(ImmutableArray<CandidateScore> scores, string prefix)
    {
        CandidateScore best = scores.Where(s => s.Name.StartsWith(prefix, StringComparison.Ordinal)).MaxBy(s => s.Criterion)!;
        return BenchCandidates.All[scores.IndexOf(best)];
    }

    private static EvaluationReport Judge(IModel model, FeatureTable table, BenchOptions options, CancellationToken cancellationToken) =>
        Evaluator.Judge(model.Probabilities(table), table.Labels.ToArray(), options.Resamples, options.Seed, cancellationToken);

    // Moves all log-odds by one constant until the mean probability is the observed rate, to part "the rate moved" from "the shape is
    // wrong".
    private static double ErrorAfterShift(double[] margins, byte[] labels)
    {
        double rate = Ranking.Positives(labels) / (double)labels.Length;
        double low = -10, high = 10;
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            double mean = margins.Average(m => LogOdds.ToProbability(m + middle));
            (low, high) = mean < rate ? (middle, high) : (low, middle);
        }

        return CalibrationFigures.ExpectedError([.. margins.Select(m => LogOdds.ToProbability(m + low))], labels);
    }
}
