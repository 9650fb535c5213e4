using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Stages of complaints, for <c>fact_stage</c>.</summary>
internal sealed class StageDescriptor() : FactDescriptor<StageRow>(
    new StageLayout(),
    new FactTarget
    {
        Table = "fact_stage",
        Key = "stage_key",
        Natural = "case_reference, stage",
        Script = "stage",
        Members =
        [
            ("service_area", "service_area"),
            ("theme", "theme"),
            ("channel", "channel"),
            ("contractor", "contractor"),
            ("handler", "handler"),
            ("refusal_reason", "refusal_reason"),
            ("escalation_reason", "escalation_reason"),
        ],
        QuarantineTargets = ["stage", "complaint"],
        RowKeys = ["'complaint ' || key_part(incoming.case_reference)", "'stage ' || key_part(incoming.case_reference) || '/' || incoming.stage"],
        PartKeys = ["'stage ' || key_part(incoming.case_reference)", "'stage ' || key_part(incoming.case_reference) || '/?'"],
        PartDay = "incoming.received_on",

        // Which stage a row should have been is often what is wrong with it.
        RelatedKeys = ["'stage ' || key_part(incoming.case_reference) || '/1'", "'stage ' || key_part(incoming.case_reference) || '/2'"],
    });
