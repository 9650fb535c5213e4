using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>Grows one tree level by level; every step that runs on several threads writes to places of its own.</summary>
internal sealed class TreeGrower
{
    private const int SmallLevel = 4096;

    private readonly BinnedTable _table;
    private readonly TreeOptions _options;
    private readonly FeatureSchema _schema;
    private readonly ParallelOptions _parallel;
    private readonly SplitFinder _finder;
    private readonly int[] _scratch;
    private readonly Stack<long[]> _pool = new();
    private int[] _rows = [];

    public TreeGrower(BinnedTable table, TreeOptions options, FeatureSchema schema, ParallelOptions parallel)
    {
        _table = table;
        _options = options;
        _schema = schema;
        _parallel = parallel;
        _finder = new SplitFinder(options, table.Bins, schema);
        _scratch = new int[table.RowCount];
    }

    /// <summary>Grows a tree over the rows (which it reorders) and adds its leaves to their margins.</summary>
    public Tree Grow(int[] rows, Gradients gradients, bool[] featureInUse, double[] margins)
    {
        _rows = rows;
        LeafMaths maths = new(gradients.UnitG, gradients.UnitH, _options.L2);
        GrowingNode root = new() { Id = 0, Start = 0, Count = rows.Length, Sum = Sum(rows, gradients.Packed), Cells = Rent() };
        List<Tree.Node> nodes = [default];
        List<GrowingNode> level = [root];
        List<GrowingNode> leaves = [];
        BuildCells(level, gradients.Packed);
        for (int depth = 0; level.Count > 0; depth++)
        {
            ForEach(level.Count, level.Sum(n => n.Count), i =>
            {
                GrowingNode node = level[i];
                node.Split = _finder.Find(node, featureInUse, maths);
                node.LeftCount = node.Split.Gain > 0 ? Partition(node) : 0;
            });
            level = Descend(level, nodes, leaves, maths, depth + 1 < _options.MaxDepth, gradients.Packed);
        }

        Finish(leaves, nodes, maths, margins);
        return new Tree([.. nodes]);
    }

    private List<GrowingNode> Descend(
        List<GrowingNode> level, List<Tree.Node> nodes, List<GrowingNode> leaves, LeafMaths maths, bool deeper, long[] packed)
    {
        List<GrowingNode> next = [];
        List<GrowingNode> small = [];
        List<(GrowingNode Large, GrowingNode Small)> pairs = [];
        foreach (GrowingNode node in level)
        {
            if (node.Split.Gain <= 0)
            {
                leaves.Add(node);
                Return(node);
                continue;
            }

            (GrowingNode left, GrowingNode right) = Children(node, nodes.Count, maths);
            Split split = node.Split;
            nodes[node.Id] = new Tree.Node(
                left.Id,
                split.Feature,
                split.Bin,
                split.MissingLeft,
                split.IsCategorical ? split.LeftBins : null,
                0,
                node.Count);
            nodes.Add(default);
            nodes.Add(default);
            if (!deeper)
            {
                leaves.Add(left);
                leaves.Add(right);
                Return(node);
                continue;
            }

            GrowingNode smaller = left.Count <= right.Count ? left : right;
            GrowingNode larger = ReferenceEquals(smaller, left) ? right : left;
            smaller.Cells = Rent();
            larger.Cells = node.Cells;
            node.Cells = null;
            small.Add(smaller);
            pairs.Add((larger, smaller));
            next.Add(left);
            next.Add(right);
        }

        BuildCells(small, packed);
        ForEach(pairs.Count, int.MaxValue, i => Histograms.Subtract(pairs[i].Large.Cells, pairs[i].Small.Cells, _table.Bins));
        return next;
    }

    private (GrowingNode Left, GrowingNode Right) Children(GrowingNode node, int id, LeafMaths maths)
    {
        long rightSum = unchecked(node.Sum - node.Split.Left);
        double lowRight = node.Low, highLeft = node.High, lowLeft = node.Low, highRight = node.High;
        int direction = (int)_schema.Features[node.Split.Feature].Monotone;
        if (direction != 0)
        {
            // Everything below stays on its own side of the middle, so that no deeper split can undo the order.
            double left = maths.Value(maths.G(node.Split.Left), maths.H(node.Split.Left), node.Low, node.High);
            double right = maths.Value(maths.G(rightSum), maths.H(rightSum), node.Low, node.High);
            double middle = (left + right) / 2;
            (highLeft, lowRight) = direction > 0 ? (middle, middle) : (highLeft, lowRight);
            (lowLeft, highRight) = direction < 0 ? (middle, middle) : (lowLeft, highRight);
        }

        return (
            new GrowingNode { Id = id, Start = node.Start, Count = node.LeftCount, Sum = node.Split.Left, Low = lowLeft, High = highLeft },
            new GrowingNode
            {
                Id = id + 1,
                Start = node.Start + node.LeftCount,
                Count = node.Count - node.LeftCount,
                Sum = rightSum,
                Low = lowRight,
                High = highRight,
            });
    }

    private void BuildCells(List<GrowingNode> nodes, long[] packed)
    {
        int blocks = _table.Blocks.Length;
        ForEach(nodes.Count * blocks, nodes.Sum(n => n.Count), i =>
        {
            GrowingNode node = nodes[i / blocks];
            int block = i % blocks;
            int first = block * BinnedTable.BlockFeatures;
            Histograms.Build(
                _table.Blocks[block],
                packed,
                _rows.AsSpan(node.Start, node.Count),
                node.Cells.AsSpan(block * Histograms.BlockCells, Histograms.BlockCells),
                _table.Bins.AsSpan(first, Math.Min(BinnedTable.BlockFeatures, _table.Bins.Length - first)));
        });
    }

    // Stable, without a branch on the data: each row is written to both sides, and only one side's position moves on.
    private unsafe int Partition(GrowingNode node)
    {
        byte* left = stackalloc byte[Histograms.Bins];
        for (int bin = 0; bin < Histograms.Bins; bin++)
        {
            left[bin] = node.Split.GoesLeft((byte)bin) ? (byte)1 : (byte)0;
        }

        fixed (byte* column = _table.Columns[node.Split.Feature])
        fixed (int* rows = &_rows[node.Start])
        fixed (int* scratch = &_scratch[node.Start])
        {
            unchecked
            {
                nint lefts = 0;
                for (nint i = 0; i < node.Count; i++)
                {
                    int row = rows[i];
                    nint goesLeft = left[column[row]];
                    scratch[i - lefts] = row;
                    rows[lefts] = row;
                    lefts += goesLeft;
                }

                new ReadOnlySpan<int>(scratch, node.Count - (int)lefts).CopyTo(new Span<int>(rows + lefts, node.Count - (int)lefts));
                return (int)lefts;
            }
        }
    }

    private void Finish(List<GrowingNode> leaves, List<Tree.Node> nodes, LeafMaths maths, double[] margins)
    {
        int[] rows = _rows;
        foreach (GrowingNode leaf in leaves)
        {
            double value = _options.LearningRate * maths.Value(maths.G(leaf.Sum), maths.H(leaf.Sum), leaf.Low, leaf.High);
            nodes[leaf.Id] = new Tree.Node(-1, 0, 0, false, null, value, leaf.Count);
        }

        ForEach(leaves.Count, rows.Length, i =>
        {
            double value = nodes[leaves[i].Id].Value;
            foreach (int row in rows.AsSpan(leaves[i].Start, leaves[i].Count))
            {
                margins[row] += value;
            }
        });
    }

    private void ForEach(int items, int work, Action<int> action)
    {
        if (items > 1 && work >= SmallLevel && _parallel.MaxDegreeOfParallelism > 1)
        {
            Parallel.For(0, items, _parallel, action);
            return;
        }

        for (int i = 0; i < items; i++)
        {
            action(i);
        }
    }

    private static long Sum(int[] rows, long[] packed)
    {
        long sum = 0;
        foreach (int row in rows)
        {
            sum = unchecked(sum + packed[row]);
        }

        return sum;
    }

    private long[] Rent() => _pool.TryPop(out long[]? cells) ? cells : new long[_table.Blocks.Length * Histograms.BlockCells];

    private void Return(GrowingNode node)
    {
        if (node.Cells is { } cells)
        {
            _pool.Push(cells);
            node.Cells = null;
        }
    }
}
