using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="StageRow"/>.</summary>
internal sealed class StageLayout : RowLayout<StageRow>
{
    public override string StagingTable => "staging_stage";

    public override void Write<TSink>(StageRow row, ref TSink sink)
    {
        sink.Text("case_reference", row.CaseReference);
        sink.Integer("stage", (int)row.Stage);
        sink.Member("landlord_code", row.LandlordCode.Value);
        sink.Member("stock_type", StockTypes.Code(row.StockType));
        sink.Member("tenure_code", row.TenureCode);
        sink.Long("property_id", row.PropertyId);
        sink.Text("pseudonym", row.ResidentPseudonym);
        sink.Member("service_area", row.ServiceArea);
        sink.Member("category", row.Category);
        sink.Member("subcategory", row.Subcategory);
        sink.Member("theme", row.Theme);
        sink.Member("channel", row.Channel);
        sink.Member("outcome", row.Outcome);
        sink.Member("contractor", row.Contractor);
        sink.Member("handler", row.Handler);
        sink.Member("refusal_reason", row.RefusalReason);
        sink.Member("escalation_reason", row.EscalationReason);
        sink.Member("rule_id", row.CodeRuleId);
        sink.Member("status", RowCodes.Of(row.Status));
        sink.Date("received_on", row.ReceivedOn);
        sink.Date("logged_on", row.LoggedOn);
        sink.Date("acknowledged_on", row.AcknowledgedOn);
        sink.Date("responded_on", row.RespondedOn);
        sink.Date("closed_on", row.ClosedOn);
        sink.Date("extension_agreed_on", row.ExtensionAgreedOn);
        sink.Date("extension_to", row.ExtensionTo);
        sink.Text("extension_reason", row.ExtensionReason);
        sink.Flag("ombudsman_details_given", row.OmbudsmanDetailsGiven);
        sink.Date("clock_started_on", row.ClockStartedOn);
        sink.Date("acknowledge_due_on", row.AcknowledgeDueOn);
        sink.Date("standard_due_on", row.StandardDueOn);
        sink.Date("extended_due_on", row.ExtendedDueOn);
        sink.Integer("extension_faults", (int)row.ExtensionFaults, hashed: false);
        sink.Integer("working_days_to_respond", row.WorkingDaysToRespond);
        sink.Member("in_time_basis", RowCodes.Of(row.InTimeBasis));
        sink.Integer("points_raised", row.PointsRaised);
        sink.Flag("avoidable", row.Avoidable);
        sink.Member("assignment", RowCodes.Of(row.Assignment));

        // Most rows have none, and say the same as before these columns were kept.
        UnknownHome unknown = row.Unknown;
        sink.Text("unknown_allocator", unknown.Allocator, hashed: unknown.Allocator is not null);
        sink.Text("unknown_identifier", unknown.Identifier, hashed: unknown.Identifier is not null);
        sink.Long("unknown_uprn", unknown.Uprn?.Value, hashed: unknown.Uprn is not null);
    }
}
