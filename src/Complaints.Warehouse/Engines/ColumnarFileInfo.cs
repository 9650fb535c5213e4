namespace Complaints.Warehouse.Engines;

/// <summary>What the footer of a columnar file says.</summary>
/// <param name="Columns">Column names in file order.</param>
/// <param name="RowCount">Rows.</param>
public sealed record ColumnarFileInfo(IReadOnlyList<string> Columns, long RowCount);
