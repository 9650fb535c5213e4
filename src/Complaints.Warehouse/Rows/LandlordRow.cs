using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>A landlord as its register gives it, for <c>dim_landlord</c> (type 2 by landlord code).</summary>
public sealed record LandlordRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>The regulator's code of the landlord.</summary>
    public required LandlordCode LandlordCode { get; init; }

    /// <summary>The name under which it reports.</summary>
    public required string Name { get; init; }

    /// <summary>Registered provider type in the regulator's words, e.g. "LARP" or "PRP".</summary>
    public string? LandlordType { get; init; }

    /// <summary>Band of homes owned, in the regulator's words.</summary>
    public string? SizeBand { get; init; }

    /// <summary>English region.</summary>
    public string? Region { get; init; }

    /// <summary>Code of the landlord that handles its complaints, where that is another one.</summary>
    public string? ManagingAgentCode { get; init; }

    /// <summary>
    /// First day on which these attributes hold; null: since ever for a new landlord, since the extract date for a changed one.
    /// </summary>
    public DateOnly? ValidFrom { get; init; }
}
