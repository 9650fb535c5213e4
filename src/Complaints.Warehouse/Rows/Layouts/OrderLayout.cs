namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="OrderRow"/>.</summary>
internal sealed class OrderLayout : RowLayout<OrderRow>
{
    public override string StagingTable => "staging_order";

    public override void Write<TSink>(OrderRow row, ref TSink sink)
    {
        sink.Text("ombudsman_reference", row.OmbudsmanReference);
        sink.Text("order_reference", row.OrderReference);
        sink.Member("landlord_code", row.LandlordCode.Value);
        sink.Member("kind", row.Kind);
        sink.Text("description", row.Description);
        sink.Decimal("amount", row.Amount, 2);
        sink.Date("due_on", row.DueOn);
        sink.Date("complied_on", row.CompliedOn);
        sink.Text("evidence", row.Evidence);
    }
}
