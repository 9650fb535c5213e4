namespace Complaints.Warehouse.Loading;

/// <summary>
/// What the caller counted on its way through the files; the warehouse checks it against its own count before publishing.
/// </summary>
/// <param name="Files">The files, in the order they were loaded.</param>
public sealed record LoadSummary(IReadOnlyList<LoadFileSummary> Files)
{
    /// <summary>
    /// What tells the key of the residents' pseudonyms from another, kept so that a later load with another key can be refused; null for a
    /// load without residents.
    /// </summary>
    public string? PseudonymKeyFingerprint { get; init; }
}
