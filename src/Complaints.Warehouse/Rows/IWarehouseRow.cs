namespace Complaints.Warehouse.Rows;

/// <summary>
/// A conformed row on its way into the warehouse: natural codes, typed values, no surrogate keys. What it belongs to (source system,
/// file, full or incremental) stands in the <see cref="Loading.MergeScope"/> with which it is merged.
/// </summary>
public interface IWarehouseRow
{
    /// <summary>
    /// The line (or row of a sheet) it was read from. Several rows may share one: a complaint with both stages on one line is one row
    /// read and two rows here.
    /// </summary>
    long SourceRow { get; }
}
