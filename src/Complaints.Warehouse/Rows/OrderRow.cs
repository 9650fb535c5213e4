using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>An order or recommendation of the Ombudsman's determination (docs/domain.md §4), for <c>fact_order</c>.</summary>
public sealed record OrderRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>The Ombudsman's reference of the case.</summary>
    public required string OmbudsmanReference { get; init; }

    /// <summary>Reference of the order within its case.</summary>
    public required string OrderReference { get; init; }

    /// <summary>The landlord.</summary>
    public required LandlordCode LandlordCode { get; init; }

    /// <summary>"order" or "recommendation".</summary>
    public required string Kind { get; init; }

    /// <summary>What is to be done.</summary>
    public string? Description { get; init; }

    /// <summary>Pounds to be paid, of at most two decimals; null where none are.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Day by which it is to be complied with.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Day on which it was complied with; null while it is not.</summary>
    public DateOnly? CompliedOn { get; init; }

    /// <summary>What shows that it was complied with.</summary>
    public string? Evidence { get; init; }
}
