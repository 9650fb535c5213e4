namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="ContactRow"/>.</summary>
internal sealed class ContactLayout : RowLayout<ContactRow>
{
    public override string StagingTable => "staging_contact";

    public override void Write<TSink>(ContactRow row, ref TSink sink)
    {
        sink.Text("contact_reference", row.ContactReference);
        sink.Member("kind", row.Kind);
        sink.Date("received_on", row.ReceivedOn);
        sink.Member("landlord_code", row.LandlordCode.Value);
        sink.Long("property_id", row.PropertyId);
        sink.Member("service_area", row.ServiceArea);
        sink.Member("channel", row.Channel);
        sink.Date("responded_on", row.RespondedOn);
    }
}
