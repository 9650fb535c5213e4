namespace Complaints.Learning.Trees;

/// <summary>A node of a tree being grown: its rows, its sums and the range its value may take under monotone constraints.</summary>
internal sealed class GrowingNode
{
    /// <summary>Position in the tree.</summary>
    public required int Id { get; init; }

    /// <summary>First row in the row order.</summary>
    public required int Start { get; init; }

    /// <summary>Number of rows.</summary>
    public required int Count { get; init; }

    /// <summary>Packed sum of derivatives.</summary>
    public required long Sum { get; init; }

    /// <summary>Least value allowed.</summary>
    public double Low { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest value allowed.</summary>
    public double High { get; init; } = double.PositiveInfinity;

    /// <summary>Histogram cells, while the node may still be split.</summary>
    public long[]? Cells { get; set; }

    /// <summary>The best split found.</summary>
    public Split Split;

    /// <summary>Rows that went left.</summary>
    public int LeftCount { get; set; }
}
