using System.Collections.Immutable;
using Complaints.Domain;
using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>Chooses a candidate within the training period; it is never given the test period.</summary>
internal static class CandidateSelection
{
    private const int Folds = 5;
    private const int RollingFolds = 4;
    private const int Least = 20;
    private const double Alike = 0.005;
    private const double BeyondChance = 2;

    // More rows would make the choice slower, hardly better.
    private const int MostRows = 50_000;

    public static ImmutableArray<CandidateScore> Run(
        FeatureTable training, BenchOptions options, IProgress<BenchProgress>? progress, CancellationToken cancellationToken)
    {
        FeatureTable table = Sample(training, options.Seed);
        int[] groups = RepeatedRows.GroupsOf(table);
        List<(int[] Learn, int[] Judge)> folds =
        [
            .. CrossValidation.Stratified(table.Labels, groups, Folds, options.Repeats, options.Seed).Where(f => Usable(table, f)),
        ];
        int crossValidated = folds.Count;
        int[] copies = RepeatedRows.CopiesOf(table);
        folds.AddRange(RollingOrigin.Stretches(table, RollingFolds, Least).Select(fold => Apart(table, copies, fold)));

        int members = BenchCandidates.Members.Length;
        double[][] margins = new double[folds.Count * members][];
        int done = 0;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancellationToken };
        Parallel.For(0, margins.Length, parallel, i =>
        {
            (int[] learn, int[] judge) = folds[i / members];
            TrainingOptions run = new(SplitMix.Derive(options.Seed, (ulong)i), Threads: 1);
            IModel model = BenchCandidates.Members[i % members].Learner.Train(table.Take(learn), null, run, cancellationToken);
            margins[i] = model.Margins(table.Take(judge));
            progress?.Report(new BenchProgress("choosing within the training period", Interlocked.Increment(ref done), margins.Length));
        });

        byte[][] labels = [.. folds.Select(fold => table.Take(fold.Judge).Labels.ToArray())];
        double[] Scores(BenchCandidate candidate, int fold) => Mean([.. candidate.Members.Select(m => margins[(fold * members) + m])]);
        List<CandidateScore> scores = [];
        foreach (BenchCandidate candidate in BenchCandidates.All)
        {
            double[] auc = new double[folds.Count];
            double[] precision = new double[folds.Count];
            for (int f = 0; f < folds.Count; f++)
            {
                double[] mean = Scores(candidate, f);
                auc[f] = Ranking.RocAuc(mean, labels[f]);
                precision[f] = Ranking.AveragePrecision(mean, labels[f]);
            }

            double cross = auc.Take(crossValidated).DefaultIfEmpty(double.NaN).Average();
            double rolling = auc.Skip(crossValidated).DefaultIfEmpty(double.NaN).Average();
            scores.Add(new CandidateScore(
                candidate.Name,
                cross,
                precision.Take(crossValidated).DefaultIfEmpty(double.NaN).Average(),
                rolling,
                double.IsNaN(rolling) ? cross : rolling,
                false)
            {
                IsAboveChance = IsAboveChance(
                    [.. folds.Select((_, f) => OverChance(Scores(candidate, f), labels[f]))], crossValidated, options.Repeats),
            });
        }

        int plain = PlainOf(scores);
        int best = Best(scores);
        PairedRanking[] gains =
        [
            .. folds.Select(
                (_, f) => PairedRanking.Of(Scores(BenchCandidates.All[best], f), Scores(BenchCandidates.All[plain], f), labels[f])),
        ];
        // Below chance, a gain over the plain baseline says only that the baseline was further below.
        best = scores[best].IsAboveChance && IsBetter(gains, crossValidated, options.Repeats) ? best : plain;
        best = TooFewToChoose(training.Labels) ? BenchCandidates.Plain[0] : best;
        return [.. scores.Select((s, i) => s with { Chosen = i == best })];
    }

    /// <summary>
    /// Whether an outcome is so rare in the training rows that chance would choose among the candidates: the plain regression is kept.
    /// </summary>
    private static bool TooFewToChoose(ReadOnlySpan<byte> labels)
    {
        int positives = labels.Count((byte)1);
        return Math.Min(positives, labels.Length - positives) < Limits.TrainingPositives;
    }

    /// <summary>The plain baseline that did better within the training period; the first where neither did.</summary>
    public static int PlainOf(IReadOnlyList<CandidateScore> scores) =>
        BenchCandidates.Plain.OrderByDescending(at => scores[at].Criterion + AtRandom(scores[at])).ThenBy(at => at).First();

    // A gain over the plain baseline that chance may have given, or that fades over time, is no reason to leave it: random folds and later
    // periods, as far as there are any, must each show it beyond chance, and the latest period, which is nearest to what will be judged,
    // must show it at all. The folds of a repetition judge each row once; further repetitions judge the same rows again and add no
    // certainty.
    private static bool IsBetter(PairedRanking[] gains, int crossValidated, int repeats)
    {
        PairedRanking[] later = gains[crossValidated..];
        PairedRanking[] random = gains[..crossValidated];
        if (gains.Length == 0)
        {
            return false;
        }

        PairedRanking mean = random.Length == 0 ? default : PairedRanking.Mean(random);
        bool atRandom = random.Length == 0 || (mean with { Variance = mean.Variance * repeats }).IsBeyondChance(BeyondChance);
        bool inLater = later.Length == 0 || (later[^1].Value > 0 && PairedRanking.Mean(later).IsBeyondChance(BeyondChance));
        return atRandom && inLater;
    }

    // The ranking less that of equal scores, which is 0.5 whatever the labels are.
    private static PairedRanking OverChance(double[] scores, byte[] labels) => PairedRanking.Of(scores, new double[scores.Length], labels);

    private static bool IsAboveChance(PairedRanking[] rankings, int crossValidated, int repeats)
    {
        if (rankings.Length > crossValidated)
        {
            return PairedRanking.Mean(rankings[crossValidated..]).IsBeyondChance(BeyondChance);
        }

        PairedRanking mean = rankings.Length == 0 ? default : PairedRanking.Mean(rankings);
        return (mean with { Variance = mean.Variance * repeats }).IsBeyondChance(BeyondChance);
    }

    // Later periods decide: that is what a model is for. Among candidates that do alike there and at random folds, the mean of the most
    // members: what prefers one member to another by so little is chance, and chance averages out.
    private static int Best(List<CandidateScore> scores)
    {
        double highest = scores.Max(s => double.IsNaN(s.Criterion) ? double.NegativeInfinity : s.Criterion);
        CandidateScore[] alike = [.. scores.Where(s => s.Criterion >= highest - Alike)];
        double random = alike.Select(AtRandom).DefaultIfEmpty(double.NaN).Max();
        CandidateScore best = alike
            .Where(s => AtRandom(s) >= random - Alike)
            .OrderByDescending(s => BenchCandidates.All[scores.IndexOf(s)].Members.Length)
            .ThenByDescending(s => s.Criterion + AtRandom(s))
            .FirstOrDefault(scores[BenchCandidates.Plain[0]]);
        return scores.IndexOf(best);
    }

    private static double AtRandom(CandidateScore score) =>
        double.IsNaN(score.CrossValidatedRocAuc) ? score.Criterion : score.CrossValidatedRocAuc;

    // A case that comes again in a later period would be remembered there; where too few rows have no twin, it cannot be helped.
    private static (int[] Learn, int[] Judge) Apart(FeatureTable table, int[] copies, RollingOriginFold fold)
    {
        int[] judge = [.. fold.Test];
        int[] apart = RepeatedRows.WithoutTwins(copies, fold.Training, judge);
        return (BothClasses(table, apart) ? apart : [.. fold.Training], judge);
    }

    private static bool Usable(FeatureTable table, (int[] Learn, int[] Judge) fold) =>
        BothClasses(table, fold.Learn) && BothClasses(table, fold.Judge);

    private static bool BothClasses(FeatureTable table, int[] rows)
    {
        long positives = 0;
        foreach (int row in rows)
        {
            positives += table.Labels[row];
        }

        return positives >= Least && rows.Length - positives >= Least;
    }

    private static FeatureTable Sample(FeatureTable training, ulong seed)
    {
        if (training.RowCount <= MostRows)
        {
            return training;
        }

        int[] rows = [.. Enumerable.Range(0, training.RowCount)];
        new SplitMix(SplitMix.Derive(seed, 0x5A)).Shuffle(rows.AsSpan());
        return training.Take([.. rows.Take(MostRows).Order()]);
    }

    private static double[] Mean(double[][] margins)
    {
        double[] mean = new double[margins[0].Length];
        foreach (double[] own in margins)
        {
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += own[i] / margins.Length;
            }
        }

        return mean;
    }
}
