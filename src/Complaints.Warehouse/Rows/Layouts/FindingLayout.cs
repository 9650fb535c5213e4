namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="FindingRow"/>.</summary>
internal sealed class FindingLayout : RowLayout<FindingRow>
{
    public override string StagingTable => "staging_finding";

    public override void Write<TSink>(FindingRow row, ref TSink sink)
    {
        sink.Text("ombudsman_reference", row.OmbudsmanReference);
        sink.Text("element", row.Element);
        sink.Text("case_reference", row.CaseReference);
        sink.Member("landlord_code", row.LandlordCode.Value);
        sink.Member("category", row.Category);
        sink.Member("subcategory", row.Subcategory);
        sink.Member("finding", row.Finding);
        sink.Date("determined_on", row.DeterminedOn);
        sink.Date("amended_on", row.AmendedOn);
    }
}
