namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="ActionRow"/>.</summary>
internal sealed class ActionLayout : RowLayout<ActionRow>
{
    public override string StagingTable => "staging_action";

    public override void Write<TSink>(ActionRow row, ref TSink sink)
    {
        sink.Text("case_reference", row.CaseReference);
        sink.Text("action_reference", row.ActionReference);
        sink.Member("kind", row.Kind);
        sink.Member("category", row.Category);
        sink.Member("owner", row.Owner);
        sink.Date("due_on", row.DueOn);
        sink.Date("done_on", row.DoneOn);
        sink.Text("evidence", row.Evidence);
        // The column came later: without it a row says what it said before, so that a load into an upgraded warehouse restates nothing.
        sink.Date("made_on", row.MadeOn, hashed: row.MadeOn is not null);
    }
}
