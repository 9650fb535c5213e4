namespace Complaints.Measures.Reconciling;

/// <summary>A printed figure, and how it comes about.</summary>
public sealed record ReconciledFigure
{
    /// <summary>The figure as printed.</summary>
    public required PrintedFigure Printed { get; init; }

    /// <summary>Whether it was reproduced.</summary>
    public required ReconcileOutcome Outcome { get; init; }

    /// <summary>What the measure as defined gives, to the printed places; null where it has no value.</summary>
    public string? Defined { get; init; }

    /// <summary>What stands above the line of that.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>What stands below; null for a count.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>
    /// The ways that give the printed figure with the fewest deviations, all of them: where there are several, the figure alone does not
    /// tell which it was.
    /// </summary>
    public IReadOnlyList<PrintedExplanation> Explanations { get; init; } = [];

    /// <summary>What comes nearest where nothing gives the value.</summary>
    public NearestValue? Nearest { get; init; }

    /// <summary>What else is to be told: a value that its own numbers contradict, a filter's value that no complaint has.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
