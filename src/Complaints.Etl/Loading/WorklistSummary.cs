namespace Complaints.Etl.Loading;

/// <summary>Rows whose landlord could not be told.</summary>
/// <param name="Unmatched">Rows whose home was not found.</param>
/// <param name="Ambiguous">Rows whose home could belong to several landlords.</param>
/// <param name="ByLandlord">Rows that could belong to each landlord; its figures are incomplete while there are any.</param>
public sealed record WorklistSummary(long Unmatched, long Ambiguous, IReadOnlyDictionary<string, long> ByLandlord);
