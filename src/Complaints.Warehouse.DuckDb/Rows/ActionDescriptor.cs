using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Promises, remedies and lessons, for <c>fact_action</c>.</summary>
internal sealed class ActionDescriptor() : FactDescriptor<ActionRow>(
    new ActionLayout(),
    new FactTarget
    {
        Table = "fact_action",
        Key = "action_key",
        Natural = "case_reference, action_reference",
        Script = "action",
        Members = [("handler", "owner")],
        QuarantineTargets = ["action"],
        RowKeys = ["'action ' || key_part(incoming.case_reference) || '/' || key_part(incoming.action_reference)"],
        PartKeys = ["'action ' || key_part(incoming.case_reference)", "'action ' || key_part(incoming.case_reference) || '/?'"],
    });
