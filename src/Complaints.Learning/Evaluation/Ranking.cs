namespace Complaints.Learning.Evaluation;

/// <summary>How well scores put the escalated cases before the others. Ties are shared fairly in every figure.</summary>
public static class Ranking
{
    /// <summary>
    /// Area under the ROC curve: the chance that an escalated case scores above another one, a tie counting half. NaN without both classes.
    /// </summary>
    public static double RocAuc(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        int[] order = Descending(scores, labels);
        double better = 0;
        long positives = 0;
        long negatives = 0;
        for (int i = 0; i < order.Length;)
        {
            (int end, int tiedPositives) = Tie(order, scores, labels, i);
            long tiedNegatives = end - i - tiedPositives;
            better += (double)tiedNegatives * positives + (0.5 * tiedNegatives * tiedPositives);
            positives += tiedPositives;
            negatives += tiedNegatives;
            i = end;
        }

        return positives == 0 || negatives == 0 ? double.NaN : better / ((double)positives * negatives);
    }

    /// <summary>
    /// Average precision: Σ (recall step × precision at that step) over distinct scores, the area under the precision–recall curve
    /// without interpolation. NaN without a positive.
    /// </summary>
    public static double AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        int[] order = Descending(scores, labels);
        long all = Positives(labels);
        double sum = 0;
        long hits = 0;
        for (int i = 0; i < order.Length;)
        {
            (int end, int tiedPositives) = Tie(order, scores, labels, i);
            hits += tiedPositives;
            sum += (double)tiedPositives / all * hits / end;
            i = end;
        }

        return all == 0 ? double.NaN : sum;
    }

    /// <summary>
    /// What calling the top share of cases would find. The number of calls is the share rounded up; where the last score is tied, the
    /// expected number of hits among the tied is counted.
    /// </summary>
    /// <param name="scores">Scores by row.</param>
    /// <param name="labels">Labels by row.</param>
    /// <param name="share">In (0, 1].</param>
    public static TopShare Top(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels, double share)
    {
        int[] order = Descending(scores, labels);
        int calls = Math.Min(order.Length, (int)Math.Ceiling((order.Length * share) - 1e-9));
        long all = Positives(labels);
        double hits = 0;
        for (int i = 0; i < calls;)
        {
            (int end, int tiedPositives) = Tie(order, scores, labels, i);
            hits += (double)tiedPositives * (Math.Min(end, calls) - i) / (end - i);
            i = end;
        }

        double precision = calls == 0 ? double.NaN : hits / calls;
        double rate = order.Length == 0 ? double.NaN : (double)all / order.Length;
        return new TopShare(share, calls, all == 0 ? double.NaN : hits / all, precision, precision / rate);
    }

    internal static long Positives(ReadOnlySpan<byte> labels)
    {
        long count = 0;
        foreach (byte label in labels)
        {
            count += label;
        }

        return count;
    }

    private static int[] Descending(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        if (scores.Length != labels.Length)
        {
            throw new ArgumentException($"{scores.Length} scores were given for {labels.Length} labels.", nameof(scores));
        }

        double[] keys = new double[scores.Length];
        int[] order = new int[scores.Length];
        for (int i = 0; i < order.Length; i++)
        {
            keys[i] = -scores[i];
            order[i] = i;
        }

        Array.Sort(keys, order);
        return order;
    }

    private static (int End, int Positives) Tie(int[] order, ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels, int start)
    {
        double score = scores[order[start]];
        int end = start;
        int positives = 0;
        while (end < order.Length && scores[order[end]] == score)
        {
            positives += labels[order[end]];
            end++;
        }

        return (end, positives);
    }
}
