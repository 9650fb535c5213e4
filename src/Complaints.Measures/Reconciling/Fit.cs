namespace Complaints.Measures.Reconciling;

/// <summary>A reading that gives what was printed, with what else must have been done to it.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Causes">All causes, the reading's and what was done to the value or the numbers beside it, in order.</param>
/// <param name="HasCounts">Whether it gives the printed numerator and denominator too, where there are any.</param>
internal sealed record Fit(Reading Reading, IReadOnlyList<Cause> Causes, bool HasCounts);
