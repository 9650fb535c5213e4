
namespace Complaints.Warehouse.Rows;

/// <summary>Another identifier of a home: identifier × allocator × period → property (docs/domain.md §6.1).</summary>
public sealed record PropertyReferenceRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>The identifier as given out.</summary>
    public required string Identifier { get; init; }

    /// <summary>The identifier in the form in which it is compared (case, blanks, punctuation and leading zeros dropped).</summary>
    public required string IdentifierNormalised { get; init; }

    /// <summary>Who gave the identifier out; it means nothing without this.</summary>
    public required string IdentifierAllocator { get; init; }

    /// <summary>Allocator of the property reference it stands for.</summary>
    public required string PropertyAllocator { get; init; }

    /// <summary>The property reference it stands for.</summary>
    public required string PropertyReference { get; init; }

    /// <summary>First day of the period; null: since ever.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>First day after the period; null: open.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The person who accepted a suggested match; null for what a register states.</summary>
    public string? AcceptedBy { get; init; }

    /// <summary>The day on which that person accepted it.</summary>
    public DateOnly? AcceptedOn { get; init; }
}
