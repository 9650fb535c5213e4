using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>
/// Scores many rows: bins a block of rows by row, then walks eight rows at a time down each tree without a branch on the data. A node is
/// one 64-bit word (feature, bin, bias for missing, left child); a leaf is its own child.
/// </summary>
internal sealed class TreeScorer
{
    private const int BlockRows = 512;
    private const int Lanes = 8;
    private const ulong LeafTest = 0xFF;

    private readonly FeatureBins[] _bins;
    private readonly double _bias;
    private readonly int _stride;
    private readonly (ulong[] Nodes, BinSet[]? Sets, double[] Values, int Depth)[] _trees;

    public TreeScorer(FeatureBins[] bins, Tree[] trees, double bias)
    {
        _bins = bins;
        _bias = bias;
        _stride = (bins.Length + 7) / 8 * 8;
        _trees = [.. trees.Select(Compile)];
    }

    public unsafe void Score(FeatureTable table, Span<double> margins, int threads)
    {
        FeatureColumn[] columns = new FeatureColumn[_bins.Length];
        for (int f = 0; f < columns.Length; f++)
        {
            columns[f] = _bins[f].Align(table.Columns[f]);
        }

        int rows = margins.Length;
        int blocks = (rows + BlockRows - 1) / BlockRows;
        fixed (double* target = margins)
        {
            if (blocks <= 4 || threads <= 1)
            {
                Range(columns, 0, blocks, rows, target);
                return;
            }

            nint address = (nint)target;
            int parts = Math.Min(blocks, threads * 8);
            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
                Range(columns, (int)((long)blocks * part / parts), (int)((long)blocks * (part + 1) / parts), rows, (double*)address));
        }
    }

    private unsafe void Range(FeatureColumn[] columns, int fromBlock, int toBlock, int rows, double* target)
    {
        byte[] buffer = new byte[BlockRows * _stride];
        fixed (byte* bins = buffer)
        {
            for (int block = fromBlock; block < toBlock; block++)
            {
                int from = block * BlockRows;
                int count = Math.Min(BlockRows, rows - from);
                for (int f = 0; f < columns.Length; f++)
                {
                    _bins[f].Fill(columns[f], from, count, bins + f, _stride);
                }

                new Span<double>(target + from, count).Fill(_bias);
                foreach ((ulong[] nodes, BinSet[]? sets, double[] values, int depth) in _trees)
                {
                    fixed (ulong* n = nodes)
                    fixed (double* v = values)
                    {
                        if (sets is null)
                        {
                            Walk(n, v, depth, bins, count, target + from);
                        }
                        else
                        {
                            WalkSets(n, sets, v, depth, bins, count, target + from);
                        }
                    }
                }
            }
        }
    }

    private unsafe void Walk(ulong* nodes, double* values, int depth, byte* bins, int count, double* target)
    {
        unchecked
        {
            nint stride = _stride;
            int i = 0;
            for (; i + Lanes <= count; i += Lanes)
            {
                byte* row = bins + (i * stride);
                nint a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
                for (int level = 0; level < depth; level++)
                {
                    a = Step(nodes[a], row);
                    b = Step(nodes[b], row + stride);
                    c = Step(nodes[c], row + (2 * stride));
                    d = Step(nodes[d], row + (3 * stride));
                    e = Step(nodes[e], row + (4 * stride));
                    f = Step(nodes[f], row + (5 * stride));
                    g = Step(nodes[g], row + (6 * stride));
                    h = Step(nodes[h], row + (7 * stride));
                }

                double* to = target + i;
                to[0] += values[a];
                to[1] += values[b];
                to[2] += values[c];
                to[3] += values[d];
                to[4] += values[e];
                to[5] += values[f];
                to[6] += values[g];
                to[7] += values[h];
            }

            for (; i < count; i++)
            {
                nint at = 0;
                for (int level = 0; level < depth; level++)
                {
                    at = Step(nodes[at], bins + (i * stride));
                }

                target[i] += values[at];
            }
        }
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private static unsafe nint Step(ulong node, byte* row)
    {
        unchecked
        {
            // Missing (bin 0) becomes 255 when the bias is 1, and so goes right.
            byte bin = (byte)(row[(ushort)node] - (byte)(node >> 24));
            return (nint)(node >> 32) + (bin > (byte)(node >> 16) ? 1 : 0);
        }
    }

    private unsafe void WalkSets(ulong* nodes, BinSet[] sets, double* values, int depth, byte* bins, int count, double* target)
    {
        unchecked
        {
            for (int i = 0; i < count; i++)
            {
                byte* row = bins + (i * (nint)_stride);
                nint at = 0;
                for (int level = 0; level < depth; level++)
                {
                    ulong node = nodes[at];
                    at = (nint)(node >> 32) + (sets[at].Contains(row[(ushort)node]) ? 0 : 1);
                }

                target[i] += values[at];
            }
        }
    }

    private static (ulong[] Nodes, BinSet[]? Sets, double[] Values, int Depth) Compile(Tree tree)
    {
        ulong[] nodes = new ulong[tree.Nodes.Length];
        double[] values = new double[tree.Nodes.Length];
        BinSet[]? sets = tree.HasCategories ? new BinSet[tree.Nodes.Length] : null;
        for (int i = 0; i < nodes.Length; i++)
        {
            Tree.Node node = tree.Nodes[i];
            if (node.IsLeaf)
            {
                nodes[i] = ((ulong)i << 32) | (LeafTest << 16);
                values[i] = node.Value;
                sets?[i] = new BinSet(~0UL, ~0UL, ~0UL, ~0UL);
                continue;
            }

            // Left when (bin − bias) ≤ (last left bin − bias), both as bytes.
            ulong bias = node.MissingLeft ? 0UL : 1UL;
            ulong test = node.LeftBins is null ? unchecked((ulong)(node.Bin - (int)bias)) & 0xFF : 0;
            nodes[i] = ((ulong)node.Left << 32) | (bias << 24) | (test << 16) | (ushort)node.Feature;
            sets?[i] = node.LeftBins ?? Prefix(node);
        }

        return (nodes, sets, values, tree.Depth);
    }

    private static BinSet Prefix(Tree.Node node)
    {
        BinSet set = node.MissingLeft ? default(BinSet).With(0) : default;
        for (int bin = 1; bin <= node.Bin; bin++)
        {
            set = set.With(bin);
        }

        return set;
    }
}
