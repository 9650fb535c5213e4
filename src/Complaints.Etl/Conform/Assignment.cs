using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform;

/// <summary>The landlord found for a row, with what the home adds.</summary>
/// <param name="Landlord">The landlord on the day.</param>
/// <param name="StockType">The home's stock type on the day; null where the source names the landlord itself.</param>
/// <param name="TenureCode">The home's tenure.</param>
/// <param name="PropertyId">The home; null where several homes of one landlord fit, or none was looked for.</param>
/// <param name="How">How it was found.</param>
internal sealed record Assignment(
    LandlordCode Landlord,
    StockType? StockType,
    string? TenureCode,
    long? PropertyId,
    LandlordAssignment How)
{
    /// <summary>What the row names that no register knows on the day.</summary>
    internal UnknownHome Unknown { get; init; }
}

