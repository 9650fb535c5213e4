namespace Complaints.Etl.Conform;

/// <summary>A row that shares its key with another.</summary>
/// <param name="Other">The line of the other row.</param>
/// <param name="Exact">Whether every cell is equal.</param>
internal readonly record struct Copy(long Other, bool Exact);
