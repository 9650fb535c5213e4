using Complaints.Measures.Figures;

namespace Complaints.Measures.Cases;

/// <summary>
/// A part of a list, in the order in which it comes: the figure first and alone, then cases, and the end, without which the list was cut
/// off.
/// </summary>
/// <param name="Figure">The figure that the cases stand behind, a table of one row; of nobody's, of none. In the first part alone.</param>
/// <param name="Cases">Some of the cases.</param>
/// <param name="End">In the last part alone.</param>
public sealed record CaseListPart(FigureTable? Figure, IReadOnlyList<CaseEntry> Cases, CaseListEnd? End);

/// <summary>How a list ended.</summary>
/// <param name="Listed">Cases on it.</param>
/// <param name="Truncated">Whether there were more than the limit.</param>
public sealed record CaseListEnd(long Listed, bool Truncated);
