using Complaints.Warehouse.Loading;

namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>A row type's merge, whatever the type.</summary>
internal interface IRowMerge : IDisposable
{
    /// <summary>Rows appended and not merged yet.</summary>
    long Unmerged { get; }

    MergeCounts Merge(MergeScope scope, MergeParameters parameters);
}
