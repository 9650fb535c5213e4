namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="QuarantineRow"/>.</summary>
internal sealed class QuarantineLayout : RowLayout<QuarantineRow>
{
    public override string StagingTable => "staging_quarantine";

    public override void Write<TSink>(QuarantineRow row, ref TSink sink)
    {
        sink.Text("target", row.Target);
        sink.Text("sheet", row.Sheet);
        sink.Text("rule_id", row.RuleId);
        sink.Text("column_name", row.Column);
        sink.Text("value", row.Value);
        sink.Text("expected", row.Expected);
        sink.Text("hint", row.Hint);
        sink.Text("row_key", row.RowKey);
        sink.Date("event_date", row.EventDate);
        sink.Text("raw", row.Raw);
    }
}
