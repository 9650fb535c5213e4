using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>
/// A way in which complaints reach the home that a row of a register tells of. While the row is held back, complaints that reach another
/// home in this way could be that home's.
/// </summary>
public sealed record HomeLead
{
    /// <summary>Who gave the identifier out.</summary>
    public required string Allocator { get; init; }

    /// <summary>The identifier; null with a UPRN. Without one it could not be read, and may be any of the allocator's.</summary>
    public string? Identifier { get; init; }

    /// <summary>The form in which it is compared.</summary>
    public string? IdentifierNormalised { get; init; }

    /// <summary>The least UPRN that it may be.</summary>
    public Uprn? UprnFrom { get; init; }

    /// <summary>The largest UPRN that it may be.</summary>
    public Uprn? UprnTo { get; init; }

    /// <summary>Allocator of the home that a reference leads to.</summary>
    public string? PropertyAllocator { get; init; }

    /// <summary>That home's reference; null where the row is a home's own, or it could not be read.</summary>
    public string? PropertyReference { get; init; }

    /// <summary>The first day on which the row says anything; null for since ever and where it could not be read.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The first day after; null likewise.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The address that a complaint's row gives of its home; null where it gives none, and for rows of registers.</summary>
    public string? Address { get; init; }
}
