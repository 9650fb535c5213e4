using System.Collections.Immutable;

namespace Complaints.Escalation.Monitoring;

/// <summary>The population stability index: Σ (now − then) × ln(now ÷ then) over the bins; 0 where nothing moved.</summary>
public static class StabilityIndex
{
    /// <summary>A share of an empty bin counts as this, so that one empty bin does not make the index infinite.</summary>
    private const double LeastShare = 1e-4;

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
    /// What the index is on average when nothing moved and only the luck of the draw differs: (bins − 1) × (1 ÷ rows then + 1 ÷ rows now).
    /// </summary>
    public static double Noise(ImmutableArray<double> then, int rowsThen, int rowsNow)
    {
        int bins = then.Count(share => share > 0);
        return rowsThen == 0 || rowsNow == 0 ? 0 : (bins - 1) * ((1.0 / rowsThen) + (1.0 / rowsNow));
    }
}
