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
