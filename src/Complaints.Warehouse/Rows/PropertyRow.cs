using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>A home as its register gives it, for <c>dim_property</c> (type 2 by allocator and property reference).</summary>
public sealed record PropertyRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>Who gave the reference out; for a register, its source system.</summary>
    public required string Allocator { get; init; }

    /// <summary>The allocator's own reference of the home.</summary>
    public required string PropertyReference { get; init; }

    /// <summary>Unique property reference number (docs/domain.md §6.2).</summary>
    public Uprn? Uprn { get; init; }

    /// <summary>Who owns the home.</summary>
    public required LandlordCode LandlordCode { get; init; }

    /// <summary>Tenure in the source's code.</summary>
    public string? TenureCode { get; init; }

    /// <summary>Stock type the tenure stands for.</summary>
    public required StockType StockType { get; init; }

    /// <summary>Estate.</summary>
    public string? Estate { get; init; }

    /// <summary>Neighbourhood.</summary>
    public string? Neighbourhood { get; init; }

    /// <summary>Electoral ward.</summary>
    public string? Ward { get; init; }

    /// <summary>Postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>Address as the register writes it; for people who decide whose a complaint is, in no figure.</summary>
    public string? Address { get; init; }

    /// <summary>Reference of the block it is part of.</summary>
    public string? BlockReference { get; init; }

    /// <summary>
    /// First day on which these attributes hold; null: since ever for a new home, since the extract date for a changed one.
    /// </summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day on which the home is no longer on the register; null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
