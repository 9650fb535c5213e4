using Complaints.Domain.Homes;

namespace Complaints.Samples.Agent;

/// <summary>A home of the sample, with the identifiers that compete for it (docs/domain.md §6.1).</summary>
internal sealed class AgentHome
{
    public required int Number { get; init; }

    /// <summary>The reference in the council's register; null for a home that was never the council's.</summary>
    public required string? CouncilReference { get; init; }

    /// <summary>The reference in the other landlord's register; null for a home that is not theirs.</summary>
    public required string? PartnerReference { get; init; }

    /// <summary>Day on which the home passed from the council to the other landlord.</summary>
    public required DateOnly? TransferredOn { get; init; }

    /// <summary>The council's case system has its own scheme, the same for every home.</summary>
    public required string AssetReference { get; init; }

    public required long Uprn { get; init; }

    /// <summary>Tenure in the code of the register it stands in.</summary>
    public required string Tenure { get; init; }

    public required StockType StockType { get; init; }

    public required AgentPlace Place { get; init; }

    public required string? Block { get; init; }

    /// <summary>The number of the building it stands in, or of the house that it is.</summary>
    public required int BlockNumber { get; init; }

    /// <summary>The number of the flat; null for a house.</summary>
    public required int? Flat { get; init; }

    public string Address => AgentAddresses.InRegister(BlockNumber, Flat);

    public required string Postcode { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Opaque: nobody can tell a person from it.</summary>
    public required string Resident { get; init; }

    /// <summary>Kept free of complaints, so that a fault of its register row touches nothing else.</summary>
    public bool IsQuiet { get; init; }

    public int Complaints { get; set; }

    public string LandlordOn(DateOnly day) =>
        PartnerReference is null || day < TransferredOn ? AgentNames.Council : AgentNames.Partner;
}
