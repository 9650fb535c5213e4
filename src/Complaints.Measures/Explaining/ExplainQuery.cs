using Complaints.Measures.Cases;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Explaining;

/// <summary>Which figures to explain: those that the same query gives, each by itself.</summary>
public sealed record ExplainQuery
{
    /// <summary>The figures: each measure of each row, up to <see cref="Complaints.Domain.Limits.ExplanationsPerQuery"/>.</summary>
    public required FigureQuery Figures { get; init; }

    /// <summary>Of which part the first cases are shown; of figures that lack it, of those above the line.</summary>
    public CasePart Cases { get; init; } = CasePart.Numerator;
}
