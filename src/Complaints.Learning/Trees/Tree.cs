namespace Complaints.Learning.Trees;

/// <summary>A finished tree. Node 0 is the root; the right child follows the left one.</summary>
internal sealed class Tree
{
    /// <summary>A node.</summary>
    /// <param name="Left">Left child, or −1 for a leaf.</param>
    /// <param name="Feature">Feature of the split.</param>
    /// <param name="Bin">Last bin that goes left, for a number.</param>
    /// <param name="MissingLeft">Whether missing goes left.</param>
    /// <param name="LeftBins">Bins that go left, for a category; null for a number.</param>
    /// <param name="Value">Log-odds a leaf adds.</param>
    /// <param name="Cover">Training rows that came through.</param>
    public readonly record struct Node(int Left, int Feature, int Bin, bool MissingLeft, BinSet? LeftBins, double Value, double Cover)
    {
        public bool IsLeaf => Left < 0;

        public bool GoesLeft(byte bin) => LeftBins is { } set ? set.Contains(bin) : bin == 0 ? MissingLeft : bin <= Bin;
    }

    public Tree(Node[] nodes)
    {
        Nodes = nodes;
        if (nodes.Length == 0 || nodes.Where((n, i) => !n.IsLeaf && (n.Left <= i || n.Left + 1 >= nodes.Length)).Any())
        {
            throw new ArgumentException("A node of the tree points backwards or outside the tree.", nameof(nodes));
        }

        Depth = DepthOf(0);
        HasCategories = nodes.Any(n => !n.IsLeaf && n.LeftBins is not null);
    }

    public Node[] Nodes { get; }

    public int Depth { get; }

    public bool HasCategories { get; }

    /// <summary>The leaf of a row of a binned table.</summary>
    public double Predict(byte[][] columns, int row)
    {
        int at = 0;
        while (!Nodes[at].IsLeaf)
        {
            ref readonly Node node = ref Nodes[at];
            at = node.Left + (node.GoesLeft(columns[node.Feature][row]) ? 0 : 1);
        }

        return Nodes[at].Value;
    }

    /// <summary>The same tree, where a category that training never saw goes the way that most rows went.</summary>
    public Tree WithUnseen() => new([.. Nodes.Select(node =>
        node.LeftBins is { } set && !node.IsLeaf && Nodes[node.Left].Cover >= Nodes[node.Left + 1].Cover
            ? node with { LeftBins = set.With(FeatureBins.UnseenBin) }
            : node)]);

    private int DepthOf(int node) => Nodes[node].IsLeaf ? 0 : 1 + Math.Max(DepthOf(Nodes[node].Left), DepthOf(Nodes[node].Left + 1));
}
