using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Findings of the Ombudsman, for <c>fact_finding</c>.</summary>
internal sealed class FindingDescriptor() : FactDescriptor<FindingRow>(
    new FindingLayout(),
    new FactTarget
    {
        Table = "fact_finding",
        Key = "finding_key",
        Natural = "ombudsman_reference, element",
        Script = "finding",
        QuarantineTargets = ["finding"],
        RowKeys = ["'finding ' || key_part(incoming.ombudsman_reference) || '/' || key_part(incoming.element)"],
        PartKeys = ["'finding ' || key_part(incoming.ombudsman_reference) || '/?'"],
        PartDay = "incoming.determined_on",
    });
