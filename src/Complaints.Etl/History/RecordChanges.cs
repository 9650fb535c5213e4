namespace Complaints.Etl.History;

/// <summary>What a load did to the records of one kind.</summary>
/// <param name="Target">What they are, as in a mapping: <c>contact</c>, <c>property</c>.</param>
/// <param name="ByFate">How many were added, changed, withdrawn or closed; what became of none is absent.</param>
public sealed record RecordChanges(string Target, IReadOnlyDictionary<string, long> ByFate);
