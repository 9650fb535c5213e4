namespace Complaints.Etl.Extract;

/// <summary>What is wrong with the way a row stands in its file; such a row is held back whatever its cells say.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">What was found.</param>
/// <param name="Expected">What a row would have.</param>
/// <param name="Hint">What the user can do.</param>
public sealed record RowFlaw(FlawKind Kind, string? Value, string Expected, string Hint)
{
    /// <summary>The columns it is about, from 0, where it only matters to who reads one of them; none for the row as a whole.</summary>
    public IReadOnlyList<int> Columns { get; init; } = [];
}
