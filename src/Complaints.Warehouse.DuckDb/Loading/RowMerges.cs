using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.DuckDb.Rows;
using Complaints.Warehouse.Rows;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>The merges of one load, made when first used.</summary>
internal sealed class RowMerges(DuckDBConnection connection) : IDisposable
{
    private readonly Dictionary<Type, IRowMerge> _merges = [];

    /// <summary>Rows of any type appended and not merged yet.</summary>
    public long Unmerged => _merges.Values.Sum(merge => merge.Unmerged);

    /// <summary>Whether homes or their identifiers were merged.</summary>
    public bool HasRegisters => _merges.ContainsKey(typeof(PropertyRow)) || _merges.ContainsKey(typeof(PropertyReferenceRow));

    public QuarantineMerge Quarantine => (QuarantineMerge)Of<QuarantineRow>();

    public RowMerge<TRow> Of<TRow>()
        where TRow : IWarehouseRow
    {
        if (!_merges.TryGetValue(typeof(TRow), out IRowMerge? merge))
        {
            merge = RowDescriptors.Of(typeof(TRow)).Merge(connection);
            _merges.Add(typeof(TRow), merge);
        }

        return (RowMerge<TRow>)merge;
    }

    public void Dispose()
    {
        foreach (IRowMerge merge in _merges.Values)
        {
            merge.Dispose();
        }
    }
}
