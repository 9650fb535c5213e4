using Complaints.Domain.Homes;

namespace Complaints.Etl.Quarantine;

/// <summary>A row whose landlord a person must decide, with what it could be, best first.</summary>
/// <param name="Row">The row held back.</param>
/// <param name="Suggestions">Homes and landlords it could belong to; a suggestion without a home only says which figures are incomplete.</param>
public sealed record WorklistEntry(QuarantineEntry Row, IReadOnlyList<WorklistSuggestion> Suggestions);

/// <summary>A home or landlord that a worklist row could belong to.</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="PropertyReference">The home's own reference; null where no home is suggested.</param>
/// <param name="PropertyAllocator">Who gave that reference out.</param>
/// <param name="Score">0 to 1; higher is nearer. It ranks and decides nothing.</param>
/// <param name="Why">What speaks for it.</param>
public sealed record WorklistSuggestion(
    LandlordCode Landlord, string? PropertyReference, string? PropertyAllocator, decimal Score, string Why);
