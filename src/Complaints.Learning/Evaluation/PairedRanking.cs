namespace Complaints.Learning.Evaluation;

/// <summary>ROC-AUC of one set of scores less that of another on the same rows, with the variance that chance gives it.</summary>
/// <param name="Value">The difference.</param>
/// <param name="Variance">Its variance.</param>
internal readonly record struct PairedRanking(double Value, double Variance)
{
    /// <summary>
    /// By DeLong, DeLong and Clarke-Pearson (1988): each case has the share of the other kind that it is ranked right against, and the
    /// ROC-AUC is the mean of these shares over the cases of either kind.
    /// </summary>
    /// <param name="first">Scores by row.</param>
    /// <param name="second">Other scores by row.</param>
    /// <param name="labels">0 or 1 by row; at least two of either.</param>
    public static PairedRanking Of(double[] first, double[] second, byte[] labels)
    {
        double[] one = Shares(first, labels);
        double[] other = Shares(second, labels);
        double[] difference = [.. one.Select((share, row) => share - other[row])];
        (double Mean, double Variance) escalated = MeanOf(difference, labels, 1);
        (_, double variance) = MeanOf(difference, labels, 0);
        return new PairedRanking(escalated.Mean, escalated.Variance + variance);
    }

    /// <summary>The mean of differences on rows that have nothing to do with one another.</summary>
    public static PairedRanking Mean(IReadOnlyCollection<PairedRanking> differences)
    {
        double count = differences.Count;
        return new PairedRanking(differences.Sum(d => d.Value) / count, differences.Sum(d => d.Variance) / (count * count));
    }

    /// <summary>Whether the difference is above zero by more than so many standard errors.</summary>
    public bool IsBeyondChance(double errors) => Value > errors * Math.Sqrt(Variance);

    private static double[] Shares(double[] scores, byte[] labels)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort((double[])scores.Clone(), order);
        double positives = labels.Count(label => label == 1);
        double negatives = labels.Length - positives;
        double[] shares = new double[scores.Length];
        double positivesBelow = 0, negativesBelow = 0;
        for (int start = 0, end; start < order.Length; start = end)
        {
            double tiedPositives = 0;
            for (end = start; end < order.Length && scores[order[end]] == scores[order[start]]; end++)
            {
                tiedPositives += labels[order[end]];
            }

            double tiedNegatives = end - start - tiedPositives;
            for (int i = start; i < end; i++)
            {
                shares[order[i]] = labels[order[i]] == 1
                    ? (negativesBelow + (tiedNegatives / 2)) / negatives
                    : (positives - positivesBelow - (tiedPositives / 2)) / positives;
            }

            positivesBelow += tiedPositives;
            negativesBelow += tiedNegatives;
        }

        return shares;
    }

    private static (double Mean, double VarianceOfMean) MeanOf(double[] values, byte[] labels, byte label)
    {
        double[] own = [.. values.Where((_, row) => labels[row] == label)];
        double mean = own.Average();
        return (mean, own.Sum(value => (value - mean) * (value - mean)) / (own.Length - 1.0) / own.Length);
    }
}
