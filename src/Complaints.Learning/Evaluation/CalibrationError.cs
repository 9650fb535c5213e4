using System.Collections.Immutable;

namespace Complaints.Learning.Evaluation;

/// <summary>
/// The expected calibration error without what chance adds. Even a perfect model is off in every bin by the luck of the draw, and absolute
/// distances add that up: with 166 cases to some 0.07. So from each bin's squared distance between predicted and observed its variance is
/// taken (as in the debiased estimator of Kumar, Liang and Ma 2019), and what is left, if anything, is weighted over the bins of
/// <see cref="CalibrationFigures.Reliability"/>.
/// </summary>
internal static class CalibrationError
{
    /// <summary>The corrected error; its interval has the spread of the bootstrap around it, and holds it always.</summary>
    /// <param name="probabilities">Each in [0, 1].</param>
    /// <param name="labels">0 or 1 by row.</param>
    /// <param name="draws">
    /// Rows of each bootstrap sample; with none the variance is that of independent rows, and the interval has no width.
    /// </param>
    public static Interval Of(double[] probabilities, byte[] labels, IReadOnlyList<int[]> draws)
    {
        if (labels.Length == 0)
        {
            return new Interval(double.NaN, double.NaN, double.NaN);
        }

        ImmutableArray<ReliabilityBin> bins = CalibrationFigures.Reliability(probabilities, labels);
        int[] binOf = [.. probabilities.Select(p => BinOf(p, bins))];
        double[] shares = [.. bins.Select(bin => (double)bin.Count / labels.Length)];
        double[][] samples = [.. draws.Select(rows => Distances(probabilities, labels, binOf, bins.Length, rows))];
        double error = 0;
        for (int bin = 0; bin < bins.Length; bin++)
        {
            double distance = bins[bin].MeanProbability - bins[bin].ObservedRate;
            double variance = samples.Length > 1 ? Variance(samples, bin) : Binomial(bins[bin]);
            error += shares[bin] * Math.Sqrt(Math.Max(0, (distance * distance) - variance));
        }

        double[] plain = [.. samples.Select(sample => shares.Select((share, bin) => share * Math.Abs(sample[bin])).Sum()).Order()];
        if (plain.Length == 0)
        {
            return new Interval(error, error, error);
        }

        double chance = plain.Average() - error;
        return new Interval(
            error,
            Math.Min(error, Math.Max(0, plain[(int)(0.025 * (plain.Length - 1))] - chance)),
            Math.Max(error, plain[(int)Math.Ceiling(0.975 * (plain.Length - 1))] - chance));
    }

    private static int BinOf(double probability, ImmutableArray<ReliabilityBin> bins)
    {
        int bin = 0;
        while (bin < bins.Length - 1 && probability > bins[bin].Highest)
        {
            bin++;
        }

        return bin;
    }

    // By bin, predicted less observed. A bin that no row fell into says nothing, and counts as on the mark.
    private static double[] Distances(double[] probabilities, byte[] labels, int[] binOf, int bins, int[] rows)
    {
        double[] sums = new double[bins];
        int[] counts = new int[bins];
        foreach (int row in rows)
        {
            sums[binOf[row]] += probabilities[row] - labels[row];
            counts[binOf[row]]++;
        }

        for (int bin = 0; bin < bins; bin++)
        {
            sums[bin] = counts[bin] == 0 ? 0 : sums[bin] / counts[bin];
        }

        return sums;
    }

    private static double Variance(double[][] samples, int bin)
    {
        double mean = samples.Average(sample => sample[bin]);
        return samples.Sum(sample => (sample[bin] - mean) * (sample[bin] - mean)) / (samples.Length - 1);
    }

    private static double Binomial(ReliabilityBin bin) => bin.ObservedRate * (1 - bin.ObservedRate) / bin.Count;
}
