namespace Complaints.Measures.Reconciling;

/// <summary>A way that gives a printed figure.</summary>
/// <param name="Causes">In what it differs from the definition; none for the definition itself.</param>
/// <param name="Readings">What was counted in that way, more than one where it is open on which days.</param>
public sealed record PrintedExplanation(IReadOnlyList<Cause> Causes, IReadOnlyList<CountedReading> Readings);
