using Complaints.Measures.Figures;

namespace Complaints.Measures.Comparing;

/// <summary>Figures with what each is compared with.</summary>
/// <param name="Table">The figures.</param>
/// <param name="Compared">For each figure, in the same order, its comparisons in the order asked for.</param>
public sealed record ComparisonTable(FigureTable Table, IReadOnlyList<IReadOnlyList<ComparedFigure>> Compared);
