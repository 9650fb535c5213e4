using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>
/// A resident as a register gives it, in bands, for <c>dim_resident_characteristics</c> (type 2 by source and resident). For aggregates
/// only: no value of a person is in it, and no band is ever shown by person.
/// </summary>
public sealed record ResidentRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>Keyed pseudonym of the resident, the same as in complaints; never a name or reference in clear.</summary>
    public required string Pseudonym { get; init; }

    /// <summary>Whose customer the resident is.</summary>
    public required LandlordCode LandlordCode { get; init; }

    /// <summary>Band of age, such as "25-34"; null where it is not recorded.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Ethnicity in the landlord's words; null where it is not recorded.</summary>
    public string? EthnicityBand { get; init; }

    /// <summary>Disability in the landlord's words; null where it is not recorded.</summary>
    public string? DisabilityBand { get; init; }

    /// <summary>Vulnerability in the landlord's words; null where it is not recorded.</summary>
    public string? VulnerabilityBand { get; init; }

    /// <summary>Reasonable adjustments in the landlord's words; null where it is not recorded.</summary>
    public string? AdjustmentBand { get; init; }

    /// <summary>First day on which all of this holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which the resident is no customer any more; null while they are one.</summary>
    public DateOnly? ValidTo { get; init; }
}
