namespace Complaints.Measures.Reconciling;

/// <summary>What comes nearest to a printed value.</summary>
/// <param name="Causes">In what it differs from the definition.</param>
/// <param name="Reading">What was counted.</param>
/// <param name="Value">Its value, rounded half up to the printed places.</param>
/// <param name="OffBy">The printed value less that.</param>
public sealed record NearestValue(IReadOnlyList<Cause> Causes, CountedReading Reading, string Value, decimal OffBy);
