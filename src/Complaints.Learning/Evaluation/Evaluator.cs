using System.Collections.Immutable;

namespace Complaints.Learning.Evaluation;

/// <summary>Judges probabilities, with percentile bootstrap intervals over the rows, or over groups of them that belong together.</summary>
public static class Evaluator
{
    private static readonly double[] Shares = [0.05, 0.10, 0.20];

    /// <summary>Judges probabilities on labelled rows that have nothing to do with one another.</summary>
    /// <param name="probabilities">Each in [0, 1].</param>
    /// <param name="labels">0 or 1 by row.</param>
    /// <param name="resamples">Bootstrap samples; 0 gives intervals of no width.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <param name="cancellationToken">Stops between samples.</param>
    public static EvaluationReport Judge(
        double[] probabilities,
        byte[] labels,
        int resamples,
        ulong seed,
        CancellationToken cancellationToken) =>
        Judge(probabilities, labels, groups: null, resamples, seed, cancellationToken);

    /// <summary>
    /// Judges probabilities on labelled rows of which some belong together, such as the weeks of a case or the cases of a household.
    /// </summary>
    /// <param name="probabilities">Each in [0, 1].</param>
    /// <param name="labels">0 or 1 by row.</param>
    /// <param name="groups">By row, a number that rows share that belong together; null where none do.</param>
    /// <param name="resamples">Bootstrap samples, of whole groups; 0 gives intervals of no width.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <param name="cancellationToken">Stops between samples.</param>
    public static EvaluationReport Judge(
        double[] probabilities, byte[] labels, IReadOnlyList<long>? groups, int resamples, ulong seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(labels);
        double[] point = Figures(probabilities, labels);
        Resampling resampling = Resampling.Of(groups, labels.Length);
        int[][] draws = [.. Enumerable.Range(0, resamples).Select(s => resampling.Draw(SplitMix.Derive(seed, (ulong)s)))];
        double[][] samples = new double[resamples][];
        Parallel.For(0, resamples, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, s =>
            samples[s] = Figures([.. draws[s].Select(row => probabilities[row])], [.. draws[s].Select(row => labels[row])]));

        Interval At(int figure) => Percentiles(point[figure], samples, figure);
        ImmutableArray<TopShareIntervals> top = [.. Shares.Select((share, i) =>
            new TopShareIntervals(
                share, Ranking.Top(probabilities, labels, share).Calls, At(4 + (3 * i)), At(5 + (3 * i)), At(6 + (3 * i))))];
        return new EvaluationReport(
            labels.Length, Ranking.Positives(labels), probabilities.Length == 0 ? double.NaN : probabilities.Average(),
            At(0),
            At(1),
            At(2),
            At(3),
            CalibrationError.Of(probabilities, labels, draws),
            top,
            CalibrationFigures.Reliability(probabilities, labels));
    }

    private static double[] Figures(double[] p, byte[] y)
    {
        List<double> figures =
        [
            Ranking.RocAuc(p, y), Ranking.AveragePrecision(p, y), CalibrationFigures.Brier(p, y), CalibrationFigures.LogLoss(p, y),
        ];
        foreach (double share in Shares)
        {
            TopShare top = Ranking.Top(p, y, share);
            figures.Add(top.Recall);
            figures.Add(top.Precision);
            figures.Add(top.Lift);
        }

        return [.. figures];
    }

    private static Interval Percentiles(double value, double[][] samples, int figure)
    {
        double[] sorted = [.. samples.Select(s => s[figure]).Where(v => !double.IsNaN(v)).Order()];
        return sorted.Length == 0
            ? new Interval(value, value, value)
            : new Interval(value, sorted[(int)(0.025 * (sorted.Length - 1))], sorted[(int)Math.Ceiling(0.975 * (sorted.Length - 1))]);
    }
}
