using Complaints.Domain.Errors;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.Engines;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.Tests.DuckDb;

public class ParquetFileReaderTests
{
    [Fact]
    public async Task Every_type_reads_as_text_in_file_order()
    {
        using var file = new ParquetFile(
            "SELECT i AS number, DATE '2024-04-01' + CAST(i AS INTEGER) AS day, CAST(i / 4 AS DECIMAL(9, 2)) AS amount, i % 2 = 0 AS flag, "
            + "CASE WHEN i = 2 THEN NULL ELSE 'text ' || i END AS note, TIMESTAMP '2024-04-01 10:30:00' AS moment FROM range(3) t (i)");
        IColumnarFileReader reader = WarehouseFactory.ColumnarFiles();
        ColumnarFileInfo info = await reader.DescribeAsync(file.Path, CancellationToken.None);
        Assert.Equal(["number", "day", "amount", "flag", "note", "moment"], info.Columns);
        Assert.Equal(3, info.RowCount);
        List<ColumnarBatch> batches = await reader.ReadAsync(file.Path, CancellationToken.None).ToListAsync();
        ColumnarBatch batch = Assert.Single(batches);
        Assert.Equal(1, batch.FirstRow);
        Assert.Equal("1,2024-04-02,0.25,false,text 1,2024-04-01 10:30:00", string.Join(",", batch.Rows[1]));
        Assert.Null(batch.Rows[2][4]);
    }

    [Fact]
    public async Task A_large_file_comes_in_batches_that_count_on()
    {
        using var file = new ParquetFile("SELECT i FROM range(10000) t (i)");
        long expected = 1;
        await foreach (ColumnarBatch batch in WarehouseFactory.ColumnarFiles().ReadAsync(file.Path, CancellationToken.None))
        {
            Assert.Equal(expected, batch.FirstRow);
            Assert.Equal((expected - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), batch.Rows[0][0]);
            expected += batch.Rows.Count;
        }

        Assert.Equal(10_001, expected);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(200)]
    public async Task A_file_cut_short_is_refused_with_its_path(int bytes)
    {
        using var file = new ParquetFile("SELECT i, 'x' || i AS s FROM range(1000) t (i)");
        await using (var stream = new FileStream(file.Path, FileMode.Open))
        {
            stream.SetLength(bytes);
        }

        UserException error = await Assert.ThrowsAsync<UserException>(
            () => WarehouseFactory.ColumnarFiles().DescribeAsync(file.Path, CancellationToken.None));
        Assert.Equal(file.Path, error.Where);
    }

    [Fact]
    public async Task A_missing_file_is_refused() => await Assert.ThrowsAsync<UserException>(
        () => WarehouseFactory.ColumnarFiles().DescribeAsync("/nowhere/x.parquet", CancellationToken.None));

    private sealed class ParquetFile : IDisposable
    {
        public ParquetFile(string query)
        {
            using DuckDBConnection connection = DuckDbFile.OpenInMemory();
            connection.Execute($"COPY ({query}) TO '{Path}' (FORMAT parquet)");
        }

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".parquet");

        public void Dispose() => File.Delete(Path);
    }
}
