using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Payments to complainants, for <c>fact_compensation</c>.</summary>
internal sealed class CompensationDescriptor() : FactDescriptor<CompensationRow>(
    new CompensationLayout(),
    new FactTarget
    {
        Table = "fact_compensation",
        Key = "compensation_key",
        Natural = "case_reference, payment_reference",
        Script = "compensation",
        QuarantineTargets = ["compensation"],
        RowKeys = ["'compensation ' || key_part(incoming.case_reference) || '/' || key_part(incoming.payment_reference)"],
        PartKeys = ["'compensation ' || key_part(incoming.case_reference)", "'compensation ' || key_part(incoming.case_reference) || '/?'"],
        PartDay = "COALESCE(incoming.paid_on, incoming.offered_on)",
    });
