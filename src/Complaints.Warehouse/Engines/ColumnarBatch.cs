namespace Complaints.Warehouse.Engines;

/// <summary>Some rows of a columnar file.</summary>
/// <param name="FirstRow">Number of its first row in the file, counted from 1.</param>
/// <param name="Rows">The cells of each row in the order of the columns; null where the file has no value.</param>
public sealed record ColumnarBatch(long FirstRow, IReadOnlyList<string?[]> Rows);
