namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="ResidentRow"/>.</summary>
internal sealed class ResidentLayout : RowLayout<ResidentRow>
{
    public override string StagingTable => "staging_resident";

    public override void Write<TSink>(ResidentRow row, ref TSink sink)
    {
        sink.Text("pseudonym", row.Pseudonym);
        sink.Text("landlord_code", row.LandlordCode.Value);
        sink.Text("age_band", row.AgeBand);
        sink.Text("ethnicity_band", row.EthnicityBand);
        sink.Text("disability_band", row.DisabilityBand);
        sink.Text("vulnerability_band", row.VulnerabilityBand);
        sink.Text("adjustment_band", row.AdjustmentBand);
        sink.Date("valid_from", row.ValidFrom, hashed: false);
        sink.Date("valid_to", row.ValidTo, hashed: false);
    }
}
