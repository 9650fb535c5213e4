using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>Homes of one stock type that a landlord owns at a year end, for <c>fact_stock</c>.</summary>
public sealed record StockRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>The landlord.</summary>
    public required LandlordCode LandlordCode { get; init; }

    /// <summary>Which homes are counted.</summary>
    public required StockType StockType { get; init; }

    /// <summary>The day of the count: 31 March, the last day of a reporting year ("at year end", docs/domain.md §2.1).</summary>
    public required DateOnly YearEnd { get; init; }

    /// <summary>Dwelling units owned, 0 or more.</summary>
    public required int Homes { get; init; }
}
