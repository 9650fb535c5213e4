using Complaints.Warehouse.Engines;

namespace Complaints.Warehouse.DuckDb;

internal sealed class ParquetFileReader : IColumnarFileReader
{
    public Task<ColumnarFileInfo> DescribeAsync(string path, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<ColumnarBatch> ReadAsync(string path, CancellationToken ct) => throw new NotSupportedException();
}
