using Complaints.Warehouse.DuckDb.Merging;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>
/// What the engine knows of a row type. Every implementation is found by itself: a row with its layout, its descriptor with the merge's
/// script, and the migration that makes its table are all there is to a row type.
/// </summary>
internal interface IRowDescriptor
{
    /// <summary>The row type.</summary>
    Type Row { get; }

    /// <summary>
    /// The merge script whose step "standing entries" finds what was mended and stands; null where nothing of the kind is held back.
    /// </summary>
    MergeScript? Standing();

    /// <summary>A merge of such rows for one load.</summary>
    IRowMerge Merge(DuckDBConnection connection);
}
