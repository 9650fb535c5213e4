namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="EscalationScoreRow"/>.</summary>
internal sealed class EscalationScoreLayout : RowLayout<EscalationScoreRow>
{
    public override string StagingTable => "staging_escalation_score";

    public override void Write<TSink>(EscalationScoreRow row, ref TSink sink)
    {
        sink.Text("source_system", row.SourceSystem);
        sink.Text("case_reference", row.CaseReference);
        sink.Date("as_of", row.AsOf);
        sink.Date("known_to", row.KnownTo);
        sink.Text("model_version", row.ModelVersion);
        sink.Decimal("probability", row.Probability, EscalationScoreRow.Places);
        sink.Text("reasons", row.Reasons);
        sink.Integer("recorded_load", row.RecordedLoad);
    }
}
