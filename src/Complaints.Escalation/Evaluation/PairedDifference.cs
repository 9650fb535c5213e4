using Complaints.Escalation.Learning;

namespace Complaints.Escalation.Evaluation;

/// <summary>Two models on the same rows: the interval of the difference is narrower than the two intervals side by side suggest.</summary>
public static class PairedDifference
{
    /// <summary>ROC-AUC of the first less that of the second, with a bootstrap interval over shared resamples.</summary>
    public static Interval RocAuc(double[] first, double[] second, byte[] labels, int resamples, ulong seed)
    {
        double value = Ranking.RocAuc(first, labels) - Ranking.RocAuc(second, labels);
        double[] differences = new double[resamples];
        Parallel.For(0, resamples, new ParallelOptions { MaxDegreeOfParallelism = 2 }, s =>
        {
            SplitMix random = new(SplitMix.Derive(seed, (ulong)s));
            double[] a = new double[labels.Length];
            double[] b = new double[labels.Length];
            byte[] y = new byte[labels.Length];
            for (int i = 0; i < y.Length; i++)
            {
                int row = random.Below(y.Length);
                (a[i], b[i], y[i]) = (first[row], second[row], labels[row]);
            }

            differences[s] = Ranking.RocAuc(a, y) - Ranking.RocAuc(b, y);
        });
        double[] sorted = [.. differences.Where(d => !double.IsNaN(d)).Order()];
        return sorted.Length == 0
            ? new Interval(value, value, value)
            : new Interval(value, sorted[(int)(0.025 * (sorted.Length - 1))], sorted[(int)Math.Ceiling(0.975 * (sorted.Length - 1))]);
    }
}
