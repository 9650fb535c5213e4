using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>
/// What the Ombudsman found on one element of a case (docs/domain.md §3: a case has as many findings as defined complaints), for
/// <c>fact_finding</c>.
/// </summary>
public sealed record FindingRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>The Ombudsman's reference of the case.</summary>
    public required string OmbudsmanReference { get; init; }

    /// <summary>What was complained about, as the Ombudsman words it; empty where the source does not say. Part of the key.</summary>
    public required string Element { get; init; }

    /// <summary>The landlord's own reference of the complaint, where known.</summary>
    public string? CaseReference { get; init; }

    /// <summary>The landlord.</summary>
    public required LandlordCode LandlordCode { get; init; }

    /// <summary>Category.</summary>
    public string? Category { get; init; }

    /// <summary>Subcategory within the category.</summary>
    public string? Subcategory { get; init; }

    /// <summary>"severe_maladministration", "maladministration", "service_failure" … (docs/domain.md §3).</summary>
    public required string Finding { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly DeterminedOn { get; init; }

    /// <summary>Day on which the decision was issued anew; null where it stands as it was made.</summary>
    public DateOnly? AmendedOn { get; init; }
}
