using Complaints.Warehouse.Loading;

namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>A row type's merge, whatever the type.</summary>
internal interface IRowMerge : IDisposable
{
    MergeCounts Merge(MergeScope scope, MergeParameters parameters);
}
