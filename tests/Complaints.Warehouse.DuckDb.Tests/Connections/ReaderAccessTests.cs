using Complaints.Warehouse.Queries;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Tests.Connections;

public class ReaderAccessTests
{
    /// <summary>The engine's access to files stayed on for readers, though the comment said otherwise.</summary>
    [Theory]
    [InlineData("SELECT * FROM read_csv('{0}')")]
    [InlineData("SELECT * FROM read_text('{0}')")]
    [InlineData("SELECT * FROM '{0}'")]
    [InlineData("COPY (SELECT 1) TO '{0}'")]
    [InlineData("ATTACH '{0}.duckdb' AS other")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET temp_directory = '{0}'")]
    [InlineData("INSTALL httpfs")]
    public async Task A_query_reaches_no_other_file_and_cannot_change_that(string sql)
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        string other = Path.Combine(warehouse.Folder, "other.csv");
        await File.WriteAllTextAsync(other, "a\n1\n", TestContext.Current.CancellationToken);
        await using ISnapshot snapshot = await warehouse.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        await Assert.ThrowsAnyAsync<DuckDBException>(
            () => snapshot.QueryAsync(SqlQuery.Of(string.Format(null, sql, other)), CancellationToken.None));
        Assert.Equal("a\n1\n", await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
        Assert.Equal(["1"], await Query.RowsAsync(snapshot, "SELECT 1"));
    }
}
