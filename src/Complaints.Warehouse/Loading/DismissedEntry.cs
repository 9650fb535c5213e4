namespace Complaints.Warehouse.Loading;

/// <summary>A person's decision to leave out a row that is held back.</summary>
/// <param name="QuarantineId">The entry.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why.</param>
public sealed record DismissedEntry(long QuarantineId, string By, string Reason);
