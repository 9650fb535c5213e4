using Complaints.Domain.Errors;
using Complaints.Etl.Extract;
using DuckDB.NET.Data;

namespace Complaints.Etl.Tests.Extract;

/// <summary>Files of a few kilobytes whose columns unpack to gigabytes.</summary>
public sealed class ColumnarBombTests : IDisposable
{
    private const long MostAllocated = 256L << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("complaints-bombs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(3, 2_000_000)]
    [InlineData(20, 1_200_000)]
    public async Task One_long_text_in_every_row_is_refused_in_bounded_memory(int rows, int length)
    {
        string text = new('x', length);
        byte[] bomb = await TestParquet.OfTextAsync(["id", "note"], Enumerable.Range(0, rows).Select(i => new[] { $"{i % 10}", text }));

        await RefusedAsync(bomb);
    }

    /// <summary>
    /// Another program's files end with a list to which nothing but the end follows; all of them were told to be damaged.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(40)]
    public async Task A_sound_file_that_the_engine_writes_is_read(int columns)
    {
        byte[] sound = await ByEngineAsync(
            $"SELECT {string.Join(", ", Enumerable.Range(0, columns).Select(i => $"'v' || range AS c{i}"))} FROM range(70)");

        Assert.Equal(70, await ReadAsync(sound));
    }

    [Theory]
    [InlineData("repeat('x', 3_000_000)", "The row has 3,000,0", "1,048,576 characters")]
    [InlineData("repeat('y', 900_000)", "holds more than", "1,000 times its size")]
    [InlineData("repeat('z' || range, 40_000)", "unpacks to", "200 times its size")]
    public async Task A_bomb_is_told_with_what_it_holds_and_the_limit_and_not_as_damaged(string text, string what, string limit)
    {
        byte[] bomb = await ByEngineAsync($"SELECT 'c' || range AS id, {text} AS note FROM range(700)");

        UserException refused = await Assert.ThrowsAsync<UserException>(() => ReadAsync(bomb));

        Assert.Contains(what, refused.What, StringComparison.Ordinal);
        Assert.Contains(limit, refused.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_any_byte_of_its_end_changed_is_read_or_refused_and_never_hangs()
    {
        byte[] sound = await TestParquet.OfTextAsync(
            ["id", "note"], Enumerable.Range(0, 50).Select(i => new[] { $"{i}", $"note {i % 3}" }));
        var random = new Random(77);
        for (int i = 0; i < 60; i++)
        {
            byte[] changed = [.. sound];
            changed[random.Next(4, changed.Length - 4)] ^= (byte)(1 << random.Next(8));
            try
            {
                await ReadAsync(changed).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            }
            catch (UserException)
            {
            }
        }
    }

    private async Task<byte[]> ByEngineAsync(string query)
    {
        string path = Path.Combine(_folder, "made.parquet");
        await using var engine = new DuckDBConnection("DataSource=:memory:");
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        await using DuckDBCommand copy = engine.CreateCommand();
        copy.CommandText = $"COPY ({query}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)";
        await copy.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
    }

    private async Task RefusedAsync(byte[] bomb)
    {
        GC.Collect();
        long before = GC.GetTotalAllocatedBytes(precise: true);

        await Assert.ThrowsAsync<UserException>(() => ReadAsync(bomb));

        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.True(allocated < MostAllocated, $"{allocated >> 20} MB");
    }

    private async Task<long> ReadAsync(byte[] content)
    {
        string path = Path.Combine(_folder, "t.parquet");
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        return await Task.Run(async () =>
        {
            await using ITable table = await TableFile.OpenAsync(path, ReadOptions.Default, CancellationToken.None);
            long rows = 0;
            for (
                IReadOnlyList<TableRow> batch = await table.ReadAsync(
                    1000, default); batch.Count > 0; batch = await table.ReadAsync(1000, default))
            {
                rows += batch.Count;
            }

            return rows;
        });
    }
}
