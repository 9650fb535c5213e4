namespace Complaints.Escalation.Learning.Trees;

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
