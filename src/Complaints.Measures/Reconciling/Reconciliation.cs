namespace Complaints.Measures.Reconciling;

/// <summary>Printed figures held against those of the warehouse.</summary>
public sealed record Reconciliation
{
    /// <summary>The figures, in the order of the file.</summary>
    public required IReadOnlyList<ReconciledFigure> Figures { get; init; }

    /// <summary>What is to be told of figures that were printed together.</summary>
    public required IReadOnlyList<SetFinding> Sets { get; init; }

    /// <summary>Whether rows held back could change any of them.</summary>
    public required bool HasRowsHeldBack { get; init; }

    /// <summary>The last load that was counted; 0 where nothing was ever loaded.</summary>
    public required int KnownAtLoad { get; init; }
}
