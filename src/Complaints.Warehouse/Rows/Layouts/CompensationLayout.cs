namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="CompensationRow"/>.</summary>
internal sealed class CompensationLayout : RowLayout<CompensationRow>
{
    public override string StagingTable => "staging_compensation";

    public override void Write<TSink>(CompensationRow row, ref TSink sink)
    {
        sink.Text("case_reference", row.CaseReference);
        sink.Text("payment_reference", row.PaymentReference);
        sink.Integer("stage", (int?)row.Stage);
        sink.Member("kind", row.Kind);
        sink.Member("ordered_by", row.OrderedBy);
        sink.Decimal("amount", row.Amount, 2);
        sink.Date("offered_on", row.OfferedOn);
        sink.Date("paid_on", row.PaidOn);
    }
}
