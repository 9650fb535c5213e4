using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>A row type that is a member of a type 2 dimension.</summary>
internal abstract class TimelineDescriptor<TRow>(RowLayout<TRow> layout, TimelineTarget target) : IRowDescriptor
    where TRow : IWarehouseRow
{
    public Type Row => typeof(TRow);

    public MergeScript? Standing() => MergeScript.Load("timeline", target.Names());

    public IRowMerge Merge(DuckDBConnection connection) => new TimelineMerge<TRow>(connection, layout, target);
}
