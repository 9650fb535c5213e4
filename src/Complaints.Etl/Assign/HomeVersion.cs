using Complaints.Domain.Homes;

namespace Complaints.Etl.Assign;

/// <summary>A home as the register had it for a time.</summary>
/// <param name="PropertyId">Durable id of the home.</param>
/// <param name="Allocator">Who gave out its reference.</param>
/// <param name="Reference">The allocator's own reference.</param>
/// <param name="Landlord">Who owns it in that time.</param>
/// <param name="StockType">Its stock type in that time.</param>
/// <param name="TenureCode">Its tenure in the source's code.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">First day after.</param>
internal sealed record HomeVersion(
    long PropertyId,
    string Allocator,
    string Reference,
    LandlordCode Landlord,
    StockType StockType,
    string? TenureCode,
    DateOnly ValidFrom,
    DateOnly ValidTo)
{
    internal bool IsValidOn(DateOnly day) => day >= ValidFrom && day < ValidTo;
}
