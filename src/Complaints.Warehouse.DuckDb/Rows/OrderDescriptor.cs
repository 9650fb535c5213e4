using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Orders and recommendations of the Ombudsman, for <c>fact_order</c>.</summary>
internal sealed class OrderDescriptor() : FactDescriptor<OrderRow>(
    new OrderLayout(),
    new FactTarget
    {
        Table = "fact_order",
        Key = "order_key",
        Natural = "ombudsman_reference, order_reference",
        Script = "order",
        QuarantineTargets = ["order"],
        RowKeys = ["'order ' || key_part(incoming.ombudsman_reference) || '/' || key_part(incoming.order_reference)"],
        PartKeys = ["'order ' || key_part(incoming.ombudsman_reference)", "'order ' || key_part(incoming.ombudsman_reference) || '/?'"],
        PartDay = "COALESCE(incoming.complied_on, incoming.due_on)",
    });
