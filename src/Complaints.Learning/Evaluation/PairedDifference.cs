namespace Complaints.Learning.Evaluation;

/// <summary>Two models on the same rows: the interval of the difference is narrower than the two intervals side by side suggest.</summary>
public static class PairedDifference
{
    /// <summary>ROC-AUC of the first less that of the second, with a bootstrap interval over shared resamples.</summary>
    public static Interval RocAuc(double[] first, double[] second, byte[] labels, int resamples, ulong seed) =>
        RocAuc(first, second, labels, groups: null, resamples, seed);

    /// <inheritdoc cref="RocAuc(double[], double[], byte[], int, ulong)"/>
    /// <param name="first">Probabilities of the first model.</param>
    /// <param name="second">Those of the second.</param>
    /// <param name="labels">0 or 1 by row.</param>
    /// <param name="groups">By row, a number that rows share that belong together and are drawn together; null where none do.</param>
    /// <param name="resamples">Bootstrap samples.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static Interval RocAuc(double[] first, double[] second, byte[] labels, IReadOnlyList<long>? groups, int resamples, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(labels);
        double value = Ranking.RocAuc(first, labels) - Ranking.RocAuc(second, labels);
        Resampling resampling = Resampling.Of(groups, labels.Length);
        double[] differences = new double[resamples];
        Parallel.For(0, resamples, new ParallelOptions { MaxDegreeOfParallelism = 2 }, s =>
        {
            int[] rows = resampling.Draw(SplitMix.Derive(seed, (ulong)s));
            byte[] y = [.. rows.Select(row => labels[row])];
            differences[s] = Ranking.RocAuc([.. rows.Select(row => first[row])], y) - Ranking.RocAuc(
                [.. rows.Select(row => second[row])], y);
        });
        double[] sorted = [.. differences.Where(d => !double.IsNaN(d)).Order()];
        return sorted.Length == 0
            ? new Interval(value, value, value)
            : new Interval(value, sorted[(int)(0.025 * (sorted.Length - 1))], sorted[(int)Math.Ceiling(0.975 * (sorted.Length - 1))]);
    }
}
