using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.Rows;

/// <summary>A contact that is not a complaint (Code 2024 §1.4 [F]), for <c>fact_contact</c>.</summary>
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

/// <summary>Columns of <see cref="ContactRow"/>.</summary>
internal sealed class ContactLayout : RowLayout<ContactRow>
{
    public override string StagingTable => "staging_contact";

    public override void Write<TSink>(ContactRow row, ref TSink sink)
    {
        sink.Text("contact_reference", row.ContactReference);
        sink.Text("kind", row.Kind);
        sink.Date("received_on", row.ReceivedOn);
        sink.Text("landlord_code", row.LandlordCode.Value);
        sink.Long("property_id", row.PropertyId);
        sink.Text("service_area", row.ServiceArea);
        sink.Text("channel", row.Channel);
        sink.Date("responded_on", row.RespondedOn);
    }
}
