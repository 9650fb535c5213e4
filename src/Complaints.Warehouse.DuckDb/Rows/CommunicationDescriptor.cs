using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Contacts with complainants, for <c>fact_communication</c>.</summary>
internal sealed class CommunicationDescriptor() : FactDescriptor<CommunicationRow>(
    new CommunicationLayout(),
    new FactTarget
    {
        Table = "fact_communication",
        Key = "communication_key",
        Natural = "case_reference, stage, kind, occurred_on",
        Script = "communication",
        QuarantineTargets = ["communication"],
        RowKeys =
        [
            "'communication ' || key_part(incoming.case_reference) || '/' || incoming.stage || '/' || key_part(incoming.kind) || '/' || incoming.occurred_on",
        ],
        PartKeys = ["'communication ' || key_part(incoming.case_reference)", "'communication ' || key_part(incoming.case_reference) || '/?'"],
    });
