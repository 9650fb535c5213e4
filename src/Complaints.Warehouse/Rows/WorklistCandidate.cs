using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>A suggestion for an unmatched row; only a person's reviewed file can accept it.</summary>
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
