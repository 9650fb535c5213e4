namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="CommunicationRow"/>.</summary>
internal sealed class CommunicationLayout : RowLayout<CommunicationRow>
{
    public override string StagingTable => "staging_communication";

    public override void Write<TSink>(CommunicationRow row, ref TSink sink)
    {
        sink.Text("case_reference", row.CaseReference);
        sink.Integer("stage", (int)row.Stage);
        sink.Member("kind", row.Kind);
        sink.Date("occurred_on", row.OccurredOn);
        sink.Date("next_agreed_on", row.NextAgreedOn);
    }
}
