using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>A way to part the rows of a node in two.</summary>
internal struct Split
{
    /// <summary>Loss reduction; 0 when there is no split worth making.</summary>
    public double Gain;

    /// <summary>The feature, in the order of the schema.</summary>
    public int Feature;

    /// <summary>A number goes left when its bin is at most this.</summary>
    public int Bin;

    /// <summary>Whether missing goes left.</summary>
    public bool MissingLeft;

    /// <summary>True when <see cref="LeftBins"/> decides.</summary>
    public bool IsCategorical;

    /// <summary>The bins that go left, for a category; bin 0 stands for missing.</summary>
    public BinSet LeftBins;

    /// <summary>Packed derivatives of the left child.</summary>
    public long Left;

    public readonly bool GoesLeft(byte bin) =>
        IsCategorical ? LeftBins.Contains(bin) : bin == 0 ? MissingLeft : bin <= Bin;
}

/// <summary>Finds the best split of a node from its histogram.</summary>
internal sealed class SplitFinder(TreeOptions options, FeatureBins[] bins, FeatureSchema schema)
{
    private readonly bool _constrained = schema.Features.Any(f => f.Monotone != Monotone.None);

    /// <summary>The best split over the features in use; ties go to the earlier feature and bin.</summary>
    public Split Find(GrowingNode node, bool[] featureInUse, LeafMaths maths)
    {
        Split best = default;
        double h = maths.H(node.Sum);
        if (node.Cells is null || h < 2 * options.MinChildWeight || node.Count < 2)
        {
            return best;
        }

        double g = maths.G(node.Sum);
        double parent = maths.Score(g, h, maths.Value(g, h, node.Low, node.High));
        double least = parent + Math.Max(2 * options.MinGain, 1e-9);

        // Bounds can make the parent's score negative: no split must not look better than it with the zero it starts from.
        best.Gain = least;
        for (int f = 0; f < bins.Length; f++)
        {
            if (!featureInUse[f])
            {
                continue;
            }

            ReadOnlySpan<long> cells = node.Cells.AsSpan(f * Histograms.Bins, bins[f].Count);
            double found = bins[f].IsCategorical
                ? CategoricalSplits.Find(cells, node, maths with { L2 = maths.L2 + options.CategoricalL2 }, options, best.Gain, f, ref best)
                : _constrained
                    ? Constrained(cells, node, maths, best.Gain, f, ref best)
                    : Numeric(cells, node, maths, best.Gain, f, ref best);
            best.Gain = Math.Max(best.Gain, found);
        }

        best.Gain = best.Gain > least ? (best.Gain - parent) / 2 : 0;
        return best;
    }

    private double Numeric(ReadOnlySpan<long> cells, GrowingNode node, LeafMaths maths, double best, int feature, ref Split split)
    {
        best = Scan(cells, node.Sum, 0, maths, best, feature, missingLeft: false, ref split);
        return cells[0] == 0
            ? Majority(best, feature, node.Sum, ref split)
            : Scan(cells, node.Sum, cells[0], maths, best, feature, missingLeft: true, ref split);
    }

    // Where the node has no missing value, missing goes with the larger child.
    private static double Majority(double best, int feature, long sum, ref Split split)
    {
        if (split.Feature == feature && !split.IsCategorical)
        {
            split.MissingLeft = 2 * Gradients.H(split.Left) >= Gradients.H(sum);
        }

        return best;
    }

    private double Scan(
        ReadOnlySpan<long> cells,
        long sum,
        long left,
        LeafMaths maths,
        double best,
        int feature,
        bool missingLeft,
        ref Split split)
    {
        double unitG = maths.UnitG, unitH = maths.UnitH, l2 = maths.L2, least = options.MinChildWeight;
        unchecked
        {
            for (int bin = 1; bin < cells.Length - 1; bin++)
            {
                long cell = cells[bin];
                if (cell == 0)
                {
                    continue;
                }

                left += cell;
                long right = sum - left;
                double hl = (left & 0xFFFF_FFFFL) * unitH;
                double hr = (right & 0xFFFF_FFFFL) * unitH;
                if (hl < least)
                {
                    continue;
                }

                if (hr < least)
                {
                    break;
                }

                double gl = (left >> 32) * unitG;
                double gr = (right >> 32) * unitG;
                double a = hl + l2;
                double b = hr + l2;
                double score = ((gl * gl * b) + (gr * gr * a)) / (a * b);
                if (score > best)
                {
                    best = score;
                    split = new Split { Feature = feature, Bin = bin, MissingLeft = missingLeft, Left = left, Gain = score };
                }
            }
        }

        return best;
    }

    private double Constrained(ReadOnlySpan<long> cells, GrowingNode node, LeafMaths maths, double best, int feature, ref Split split)
    {
        int direction = (int)schema.Features[feature].Monotone;
        for (int pass = 0; pass < (cells[0] == 0 ? 1 : 2); pass++)
        {
            long left = pass == 0 ? 0 : cells[0];
            for (int bin = 1; bin < cells.Length - 1; bin++)
            {
                left = unchecked(left + cells[bin]);
                long right = unchecked(node.Sum - left);
                double gl = maths.G(left), hl = maths.H(left), gr = maths.G(right), hr = maths.H(right);
                if (cells[bin] == 0 || hl < options.MinChildWeight || hr < options.MinChildWeight)
                {
                    continue;
                }

                double valueLeft = maths.Value(gl, hl, node.Low, node.High);
                double valueRight = maths.Value(gr, hr, node.Low, node.High);
                double score = maths.Score(gl, hl, valueLeft) + maths.Score(gr, hr, valueRight);
                if (score > best && direction * (valueRight - valueLeft) >= 0)
                {
                    best = score;
                    split = new Split { Feature = feature, Bin = bin, MissingLeft = pass == 1, Left = left, Gain = score };
                }
            }
        }

        return cells[0] == 0 ? Majority(best, feature, node.Sum, ref split) : best;
    }
}

/// <summary>Newton values and their loss reductions, in real units.</summary>
internal readonly record struct LeafMaths(double UnitG, double UnitH, double L2)
{
    public double G(long packed) => Gradients.G(packed) * UnitG;

    public double H(long packed) => Gradients.H(packed) * UnitH;

    /// <summary>Best value of a leaf within its bounds.</summary>
    public double Value(double g, double h, double low, double high) =>
        h + L2 <= 0 ? 0 : Math.Clamp(-g / (h + L2), low, high);

    /// <summary>Twice the loss reduction of giving a leaf its value.</summary>
    public double Score(double g, double h, double value) => -((2 * g * value) + ((h + L2) * value * value));
}
