using System.Collections.Immutable;
using Complaints.Learning;

namespace Complaints.Escalation.Training;

/// <summary>The population stability index: Σ (now − then) × ln(now ÷ then) over the bins; 0 where nothing moved.</summary>
public static class StabilityIndex
{
    /// <summary>A share of an empty bin counts as this, so that one empty bin does not make the index infinite.</summary>
    private const double LeastShare = 1e-4;

    private const int Draws = 1_000;
    private const int MostRows = 2_000;

    /// <summary>The index of two sets of shares over the same bins; symmetric, never negative.</summary>
    public static double Of(ImmutableArray<double> then, ImmutableArray<double> now)
    {
        double sum = 0;
        for (int bin = 0; bin < then.Length; bin++)
        {
            double a = Math.Max(then[bin], LeastShare);
            double b = Math.Max(now[bin], LeastShare);
            sum += (b - a) * Math.Log(b / a);
        }

        return sum;
    }

    /// <summary>
    /// The highest index of a thousand draws in which nothing moved and only the luck of the draw differs. It is drawn and not reckoned:
    /// where a bin expects a case or two, an empty one makes the index jump in a way that no formula for large samples knows.
    /// </summary>
    /// <param name="then">Shares of the bins.</param>
    /// <param name="rowsThen">Independent rows behind them.</param>
    /// <param name="rowsNow">Independent rows compared with them.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static double ByChance(ImmutableArray<double> then, int rowsThen, int rowsNow, ulong seed)
    {
        if (rowsThen == 0 || rowsNow == 0)
        {
            return 0;
        }

        // Two samples differ as much as one of this size differs from what it is drawn from; of a large one, the index shrinks with its
        // size.
        double size = 1 / ((1.0 / rowsThen) + (1.0 / rowsNow));
        int drawn = Math.Clamp((int)Math.Round(size), 1, MostRows);
        SplitMix random = new(seed);
        double highest = 0;
        double[] counts = new double[then.Length];
        for (int draw = 0; draw < Draws; draw++)
        {
            Array.Clear(counts);
            for (int row = 0; row < drawn; row++)
            {
                counts[BinAt(then, random.NextDouble())] += 1.0 / drawn;
            }

            highest = Math.Max(highest, Of(then, [.. counts]));
        }

        return highest * drawn / Math.Max(size, drawn);
    }

    // Rounding leaves the sum of the shares a little off 1; what lies beyond falls into the last bin that has any.
    private static int BinAt(ImmutableArray<double> shares, double at)
    {
        int last = 0;
        for (int bin = 0; bin < shares.Length; bin++)
        {
            if (shares[bin] > 0)
            {
                last = bin;
                at -= shares[bin];
                if (at < 0)
                {
                    break;
                }
            }
        }

        return last;
    }
}
