using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>
/// Whose figures a row held back could belong to. For an unmatched row it is a suggestion, which only a person's reviewed file can accept.
/// </summary>
/// <param name="LandlordCode">The landlord whose figures the row could belong to.</param>
/// <param name="PropertyId">Durable id of the suggested home, where one is suggested.</param>
/// <param name="PropertyReference">Its reference.</param>
/// <param name="Score">0 to 1, four decimals; higher is likelier.</param>
/// <param name="Why">Why it is suggested, in words.</param>
public sealed record WorklistCandidate(
    LandlordCode LandlordCode,
    long? PropertyId,
    string? PropertyReference,
    decimal Score,
    string Why);
