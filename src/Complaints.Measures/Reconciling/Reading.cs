namespace Complaints.Measures.Reconciling;

/// <summary>A way of counting a printed figure, and what it gives.</summary>
/// <param name="Key">The same for the same way, whichever figure it is of.</param>
/// <param name="Causes">In what it differs from the definition, in order; none for the definition itself.</param>
/// <param name="Counts">What it gives.</param>
/// <param name="Words">The days that are counted, where they are not those printed; else nothing.</param>
internal sealed record Reading(string Key, IReadOnlyList<Cause> Causes, Counts Counts, string Words);
