using Complaints.Measures.Queries;

namespace Complaints.Measures.Comparing;

/// <summary>Figures, and with what each is to be compared.</summary>
public sealed record ComparisonQuery
{
    /// <summary>The figures, of days with a beginning.</summary>
    public required FigureQuery Figures { get; init; }

    /// <summary>With what, at least one, each once; a figure's comparisons come in this order.</summary>
    public required IReadOnlyList<ComparisonKind> With { get; init; }
}
