using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>A row type's merge, whatever the type.</summary>
internal interface IRowMerge : IDisposable
{
    /// <summary>Rows appended and not merged yet.</summary>
    long Unmerged { get; }

    MergeCounts Merge(MergeScope scope, MergeParameters parameters);
}

/// <summary>Staging and merge of one row type within one load.</summary>
internal abstract class RowMerge<TRow>(DuckDBConnection connection, RowLayout<TRow> layout) : IRowMerge
    where TRow : IWarehouseRow
{
    public long Unmerged => Staging.Rows;

    protected DuckDBConnection Connection { get; } = connection;

    protected StagingTable<TRow> Staging { get; } = new(connection, layout);

    public virtual void Append(IReadOnlyList<TRow> rows) => Staging.Append(rows);

    public MergeCounts Merge(MergeScope scope, MergeParameters parameters)
    {
        bool staged = Staging.Flush();
        Connection.Settle();
        MergeCounts counts = staged ? MergeStaged(scope, parameters) : MergeCounts.None;
        if (scope.Mode == LoadMode.Full)
        {
            counts = counts.Plus(Withdraw(parameters));
        }

        Conclude(parameters);
        Staging.Drop();
        return counts;
    }

    public void Dispose() => Staging.Dispose();

    /// <summary>Merges what was appended.</summary>
    protected abstract MergeCounts MergeStaged(MergeScope scope, MergeParameters parameters);

    /// <summary>What a merge has to do at its end even when nothing was appended.</summary>
    protected virtual void Conclude(MergeParameters parameters)
    {
    }

    /// <summary>Withdraws what a full file no longer holds.</summary>
    protected abstract MergeCounts Withdraw(MergeParameters parameters);
}
