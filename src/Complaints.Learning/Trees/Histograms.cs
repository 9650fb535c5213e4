using System.Numerics;
using System.Runtime.InteropServices;

namespace Complaints.Learning.Trees;

/// <summary>Sums of packed derivatives per feature and bin: cell <c>feature × 256 + bin</c>.</summary>
internal static class Histograms
{
    public const int Bins = 256;
    public const int BlockCells = BinnedTable.BlockFeatures * Bins;

    /// <summary>Adds up one block of features over the given rows; cells beyond a feature's bins hold nothing of meaning.</summary>
    public static unsafe void Build(byte[] block, long[] packed, ReadOnlySpan<int> rows, Span<long> cells, ReadOnlySpan<FeatureBins> bins)
    {
        for (int f = 0; f < bins.Length; f++)
        {
            cells.Slice(f * Bins, bins[f].Count).Clear();
        }

        fixed (byte* binned = block)
        fixed (long* derivatives = packed)
        fixed (int* indices = rows)
        fixed (long* sums = cells)
        {
            unchecked
            {
                for (int i = 0; i < rows.Length; i++)
                {
                    nint row = indices[i];
                    Add(sums, binned + (row * BinnedTable.BlockFeatures), derivatives[row]);
                }
            }
        }
    }

    /// <summary>The sibling's sums: parent less child, in place of the parent.</summary>
    public static void Subtract(Span<long> parent, ReadOnlySpan<long> child, ReadOnlySpan<FeatureBins> bins)
    {
        unchecked
        {
            for (int f = 0; f < bins.Length; f++)
            {
                // Whole vectors: what lies beyond the feature's bins is never read.
                int cells = Math.Min(Bins, (bins[f].Count + Vector<long>.Count - 1) / Vector<long>.Count * Vector<long>.Count);
                Span<Vector<long>> from = MemoryMarshal.Cast<long, Vector<long>>(parent.Slice(f * Bins, cells));
                ReadOnlySpan<Vector<long>> less = MemoryMarshal.Cast<long, Vector<long>>(child.Slice(f * Bins, cells));
                for (int i = 0; i < from.Length; i++)
                {
                    from[i] -= less[i];
                }
            }
        }
    }

    private static unsafe void Add(long* sums, byte* row, long value)
    {
        unchecked
        {
            ulong low = *(ulong*)row;
            ulong high = *(ulong*)(row + 8);
            sums[(byte)low] += value;
            sums[(1 * Bins) + (byte)(low >> 8)] += value;
            sums[(2 * Bins) + (byte)(low >> 16)] += value;
            sums[(3 * Bins) + (byte)(low >> 24)] += value;
            sums[(4 * Bins) + (byte)(low >> 32)] += value;
            sums[(5 * Bins) + (byte)(low >> 40)] += value;
            sums[(6 * Bins) + (byte)(low >> 48)] += value;
            sums[(7 * Bins) + (byte)(low >> 56)] += value;
            sums[(8 * Bins) + (byte)high] += value;
            sums[(9 * Bins) + (byte)(high >> 8)] += value;
            sums[(10 * Bins) + (byte)(high >> 16)] += value;
            sums[(11 * Bins) + (byte)(high >> 24)] += value;
            sums[(12 * Bins) + (byte)(high >> 32)] += value;
            sums[(13 * Bins) + (byte)(high >> 40)] += value;
            sums[(14 * Bins) + (byte)(high >> 48)] += value;
            sums[(15 * Bins) + (byte)(high >> 56)] += value;
        }
    }
}
