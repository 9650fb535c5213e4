namespace Complaints.Learning.Trees;

/// <summary>
/// Splits a category in two sets: categories sorted by their own slope, then every prefix tried, which for a convex loss contains the
/// best of all 2ⁿ subsets. Rare categories go with the missing, so that no leaf is bought with a handful of cases.
/// </summary>
internal static class CategoricalSplits
{
    private const double Smoothing = 10;

    public static double Find(
        ReadOnlySpan<long> cells,
        GrowingNode node,
        LeafMaths maths,
        TreeOptions options,
        double best,
        int feature,
        ref Split split)
    {
        Span<int> kept = stackalloc int[Histograms.Bins];
        Span<double> slopes = stackalloc double[Histograms.Bins];
        int count = 0;
        for (int bin = 1; bin < cells.Length; bin++)
        {
            double h = maths.H(cells[bin]);
            if (h >= options.MinCategoryWeight && h > 0)
            {
                slopes[count] = maths.G(cells[bin]) / (h + Smoothing);
                kept[count++] = bin;
            }
        }

        Sort(slopes[..count], kept[..count]);
        int chosen = -1;
        bool rest = false;
        for (int pass = 0; pass < 2; pass++)
        {
            // The rest (missing, rare, unseen) is on the right in the first pass and on the left in the second.
            long left = pass == 0 ? 0 : Rest(cells, kept[..count], node.Sum);
            for (int i = 0; i < count; i++)
            {
                left = unchecked(left + cells[kept[i]]);
                long right = unchecked(node.Sum - left);
                double hl = maths.H(left), hr = maths.H(right);
                if (hl < options.MinChildWeight || hr < options.MinChildWeight)
                {
                    continue;
                }

                double gl = maths.G(left), gr = maths.G(right);
                double score = maths.Score(
                    gl, hl, maths.Value(gl, hl, node.Low, node.High)) + maths.Score(gr, hr, maths.Value(gr, hr, node.Low, node.High));
                if (score > best)
                {
                    best = score;
                    chosen = i;
                    rest = pass == 1;
                    split = new Split { Feature = feature, IsCategorical = true, MissingLeft = rest, Left = left, Gain = score };
                }
            }
        }

        if (chosen >= 0)
        {
            split.LeftBins = LeftSet(kept[..count], chosen, rest);
        }

        return best;
    }

    private static BinSet LeftSet(ReadOnlySpan<int> kept, int chosen, bool rest)
    {
        BinSet set = rest ? new BinSet(~0UL, ~0UL, ~0UL, ~0UL) : default;
        if (!rest)
        {
            for (int i = 0; i <= chosen; i++)
            {
                set = set.With(kept[i]);
            }

            return set;
        }

        // Everything but the kept categories that go right.
        BinSet right = default;
        for (int i = chosen + 1; i < kept.Length; i++)
        {
            right = right.With(kept[i]);
        }

        return new BinSet(~right.A, ~right.B, ~right.C, ~right.D);
    }

    private static long Rest(ReadOnlySpan<long> cells, ReadOnlySpan<int> kept, long sum)
    {
        foreach (int bin in kept)
        {
            sum = unchecked(sum - cells[bin]);
        }

        return sum;
    }

    // Insertion sort: stable, so that equal slopes stay in the order of the bins.
    private static void Sort(Span<double> keys, Span<int> values)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            double key = keys[i];
            int value = values[i];
            int at = i - 1;
            for (; at >= 0 && keys[at] > key; at--)
            {
                keys[at + 1] = keys[at];
                values[at + 1] = values[at];
            }

            keys[at + 1] = key;
            values[at + 1] = value;
        }
    }
}
