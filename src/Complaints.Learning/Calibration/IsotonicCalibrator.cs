using System.Collections.Immutable;

namespace Complaints.Learning.Calibration;

/// <summary>
/// Isotonic calibration: the non-decreasing rates nearest to what happened (pool adjacent violators), joined by straight lines in log-odds
/// so that different scores keep an order where the data allow one.
/// </summary>
public sealed class IsotonicCalibrator : ICalibrator
{
    internal const string KindName = "isotonic";

    // Cases of one pool, and those beyond the outermost, keep the order of their scores: a step alone would throw it away.
    private const double WithinPool = 1e-4;

    internal IsotonicCalibrator(ImmutableArray<double> margins, ImmutableArray<double> values)
    {
        Margins = margins;
        Values = values;
    }

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <summary>Mean margin of each pool, ascending.</summary>
    public ImmutableArray<double> Margins { get; }

    /// <summary>Calibrated log-odds of each pool, ascending.</summary>
    public ImmutableArray<double> Values { get; }

    /// <inheritdoc/>
    public double Apply(double margin) => Step(margin) + (WithinPool * margin);

    private double Step(double margin)
    {
        int at = Margins.BinarySearch(margin);
        if (at >= 0)
        {
            return Values[at];
        }

        int above = ~at;
        if (above == 0)
        {
            return Values[0];
        }

        if (above == Margins.Length)
        {
            return Values[^1];
        }

        double share = (margin - Margins[above - 1]) / (Margins[above] - Margins[above - 1]);
        // Between the two ends whatever rounding does.
        return Math.Clamp(Values[above - 1] + (share * (Values[above] - Values[above - 1])), Values[above - 1], Values[above]);
    }

    /// <summary>Fits the pools on cases later than those the model learned from.</summary>
    /// <remarks>Each pool's rate is drawn in by half a case on either side, so that no pool claims certainty.</remarks>
    public static IsotonicCalibrator Fit(ReadOnlySpan<double> margins, ReadOnlySpan<byte> labels)
    {
        double[] keys = margins.ToArray();
        byte[] outcomes = labels.ToArray();
        Array.Sort(keys, outcomes);
        Stack<Pool> pools = new();
        for (int i = 0; i < keys.Length;)
        {
            Pool pool = new(keys[i], 0, 0);
            double key = keys[i];
            for (; i < keys.Length && keys[i] == key; i++)
            {
                pool = new Pool(key, pool.Rows + 1, pool.Positives + outcomes[i]);
            }

            while (pools.TryPeek(out Pool below) && below.Rate >= pool.Rate)
            {
                pools.Pop();
                double rows = below.Rows + pool.Rows;
                pool = new Pool(((below.Mean * below.Rows) + (pool.Mean * pool.Rows)) / rows, rows, below.Positives + pool.Positives);
            }

            pools.Push(pool);
        }

        Pool[] ascending = [.. pools.Reverse()];
        ImmutableArray<double>.Builder values = ImmutableArray.CreateBuilder<double>(ascending.Length);
        double highest = double.NegativeInfinity;
        foreach (Pool pool in ascending)
        {
            highest = Math.Max(highest, LogOdds.Of((pool.Positives + 0.5) / (pool.Rows + 1)));
            values.Add(highest);
        }

        return new IsotonicCalibrator([.. ascending.Select(p => p.Mean)], values.ToImmutable());
    }

    private readonly record struct Pool(double Mean, double Rows, double Positives)
    {
        public double Rate => Positives / Rows;
    }
}
