using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>A contact that is not a complaint (Code 2024 §1.4), for <c>fact_contact</c>.</summary>
public sealed record ContactRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>Reference in the source system.</summary>
    public required string ContactReference { get; init; }

    /// <summary>"service_request", "mp_enquiry", "councillor_enquiry" or "compliment".</summary>
    public required string Kind { get; init; }

    /// <summary>Day it was received.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The landlord.</summary>
    public required LandlordCode LandlordCode { get; init; }

    /// <summary>Durable <c>property_id</c> of the home, where known.</summary>
    public long? PropertyId { get; init; }

    /// <summary>Service area code.</summary>
    public string? ServiceArea { get; init; }

    /// <summary>Channel code.</summary>
    public string? Channel { get; init; }

    /// <summary>Day it was answered.</summary>
    public DateOnly? RespondedOn { get; init; }
}
