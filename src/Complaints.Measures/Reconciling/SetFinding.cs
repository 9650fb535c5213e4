namespace Complaints.Measures.Reconciling;

/// <summary>What is to be told of figures that were printed together.</summary>
/// <param name="Set">The set.</param>
/// <param name="Cause">What was done.</param>
/// <param name="Words">In numbers.</param>
public sealed record SetFinding(string Set, Cause Cause, string Words);
