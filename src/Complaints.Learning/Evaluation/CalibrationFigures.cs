using System.Collections.Immutable;

namespace Complaints.Learning.Evaluation;

/// <summary>How far probabilities are from what happened.</summary>
public static class CalibrationFigures
{
    /// <summary>Mean squared distance between probability and outcome (0 is perfect).</summary>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<byte> labels)
    {
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double distance = probabilities[i] - labels[i];
            sum += distance * distance;
        }

        return sum / labels.Length;
    }

    /// <summary>Mean log loss (nats).</summary>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<byte> labels)
    {
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double p = Math.Clamp(probabilities[i], 1e-15, 1 - 1e-15);
            sum -= Math.Log(labels[i] == 1 ? p : 1 - p);
        }

        return sum / labels.Length;
    }

    /// <summary>
    /// Cases in bins of equal number (as equal as can be) by probability: mean probability against observed rate. Equal widths would leave
    /// most bins empty where the base rate is low.
    /// </summary>
    public static ImmutableArray<ReliabilityBin> Reliability(ReadOnlySpan<double> probabilities, ReadOnlySpan<byte> labels, int bins = 10)
    {
        int n = labels.Length;
        double[] keys = probabilities.ToArray();
        int[] order = [.. Enumerable.Range(0, n)];
        Array.Sort(keys, order);
        ImmutableArray<ReliabilityBin>.Builder table = ImmutableArray.CreateBuilder<ReliabilityBin>();
        int start = 0;
        for (int bin = 0; bin < bins && start < n; bin++)
        {
            int end = Math.Max(start + 1, (int)((long)n * (bin + 1) / bins));
            // Equal probabilities belong together: otherwise the order of the file would decide the figure.
            while (end < n && keys[end] == keys[end - 1])
            {
                end++;
            }

            double expected = 0;
            long observed = 0;
            for (int i = start; i < end; i++)
            {
                expected += keys[i];
                observed += labels[order[i]];
            }

            table.Add(
                new ReliabilityBin(end - start, keys[start], keys[end - 1], expected / (end - start), (double)observed / (end - start)));
            start = end;
        }

        return table.ToImmutable();
    }

    /// <summary>
    /// Expected calibration error: distance between mean probability and observed rate, weighted over the reliability table.
    /// </summary>
    public static double ExpectedError(ReadOnlySpan<double> probabilities, ReadOnlySpan<byte> labels, int bins = 10)
    {
        double sum = 0;
        foreach (ReliabilityBin bin in Reliability(probabilities, labels, bins))
        {
            sum += bin.Count * Math.Abs(bin.MeanProbability - bin.ObservedRate);
        }

        return sum / labels.Length;
    }
}
