using Complaints.Domain.Errors;

namespace Complaints.Warehouse.Engines;

/// <summary>Reads columnar files (Parquet) as text cells, so that they conform like any other extract.</summary>
public interface IColumnarFileReader
{
    /// <summary>The columns of a file and its row count, from its footer.</summary>
    /// <exception cref="UserException">No such file, not Parquet, broken, or more columns or rows than allowed.</exception>
    Task<ColumnarFileInfo> DescribeAsync(string path, CancellationToken ct);

    /// <summary>Its rows in file order. Dates read as yyyy-MM-dd, timestamps as yyyy-MM-dd HH:mm:ss, decimals with a point; null stays null.</summary>
    /// <exception cref="UserException">As for <see cref="DescribeAsync"/>.</exception>
    IAsyncEnumerable<ColumnarBatch> ReadAsync(string path, CancellationToken ct);
}

/// <summary>What the footer of a columnar file says.</summary>
/// <param name="Columns">Column names in file order.</param>
/// <param name="RowCount">Rows.</param>
public sealed record ColumnarFileInfo(IReadOnlyList<string> Columns, long RowCount);

/// <summary>Some rows of a columnar file.</summary>
/// <param name="FirstRow">Number of its first row in the file, counted from 1.</param>
/// <param name="Rows">The cells of each row in the order of the columns; null where the file has no value.</param>
public sealed record ColumnarBatch(long FirstRow, IReadOnlyList<string?[]> Rows);
