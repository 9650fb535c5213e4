using Complaints.Domain.Errors;
using Complaints.Etl.Extract;

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
