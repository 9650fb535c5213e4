using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Rows held back, for <c>load_quarantine</c>.</summary>
internal sealed class QuarantineDescriptor : IRowDescriptor
{
    public Type Row => typeof(QuarantineRow);

    public MergeScript? Standing() => null;

    public IRowMerge Merge(DuckDBConnection connection) => new QuarantineMerge(connection, RowDescriptors.Standing);
}
