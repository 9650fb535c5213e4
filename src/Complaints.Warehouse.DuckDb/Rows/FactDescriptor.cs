using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>A row type that is a fact.</summary>
internal abstract class FactDescriptor<TRow>(RowLayout<TRow> layout, FactTarget target) : IRowDescriptor
    where TRow : IWarehouseRow
{
    private readonly FactTarget _target = target.Staging.Length > 0 ? target : target with { Staging = layout.StagingTable };

    public Type Row => typeof(TRow);

    public MergeScript? Standing() => MergeScript.Load("fact", _target.Names());

    public IRowMerge Merge(DuckDBConnection connection) => new FactMerge<TRow>(connection, layout, _target);
}
