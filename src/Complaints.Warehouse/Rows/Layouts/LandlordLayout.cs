namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="LandlordRow"/>.</summary>
internal sealed class LandlordLayout : RowLayout<LandlordRow>
{
    public override string StagingTable => "staging_landlord";

    public override void Write<TSink>(LandlordRow row, ref TSink sink)
    {
        sink.Text("landlord_code", row.LandlordCode.Value);
        sink.Text("name", row.Name);
        sink.Text("landlord_type", row.LandlordType);
        sink.Text("size_band", row.SizeBand);
        sink.Text("region", row.Region);
        sink.Text("managing_agent_code", row.ManagingAgentCode);
        sink.Date("valid_from", row.ValidFrom, hashed: false);
        sink.Date("valid_to", null, hashed: false);
    }
}
