namespace Complaints.Warehouse.Loading;

/// <summary>An entry of the quarantine whose mended row was read again.</summary>
/// <param name="QuarantineId">The entry.</param>
/// <param name="Loaded">Whether the row loads now; false when it is held back again.</param>
public sealed record ReplayedEntry(long QuarantineId, bool Loaded);
