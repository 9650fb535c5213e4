using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Generations;

/// <summary>
/// Whoever began a load when there was nothing yet deleted the whole folder on a refusal or Ctrl+C, without the lock and without looking
/// again: a warehouse that another load had published meanwhile was gone.
/// </summary>
public sealed class OwnWarehouseTests : IAsyncDisposable
{
    private readonly string _folder = TestWarehouse.NewFolder();

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_another_load_published_meanwhile_stays()
    {
        await using IWarehouse first = Open();
        await first.MigrateAsync(CancellationToken.None);
        await using IWarehouse second = Open();
        await second.MigrateAsync(CancellationToken.None);
        await TestLoad.RunAsync<LandlordRow>(second, [Make.Landlord("A1")], LoadMode.Full, "2025-04-14");

        Assert.False(await first.RemoveOwnAsync(CancellationToken.None));
        Assert.False(await second.RemoveOwnAsync(CancellationToken.None));
        await using ISnapshot snapshot = await second.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(["2"], await Query.RowsAsync(snapshot, "SELECT COUNT(*) FROM dim_landlord"));
    }

    [Fact]
    public async Task What_another_load_is_just_writing_stays()
    {
        await using IWarehouse first = Open();
        await first.MigrateAsync(CancellationToken.None);
        await using IWarehouse second = Open();
        await using (ILoadSession session = await second.BeginLoadAsync(TestLoad.Header("2025-01-01"), CancellationToken.None))
        {
            Assert.False(await first.RemoveOwnAsync(CancellationToken.None));
            await session.CommitAsync(new LoadSummary([]), CancellationToken.None);
        }

        Assert.False(await first.RemoveOwnAsync(CancellationToken.None));
        await using ISnapshot snapshot = await second.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(1, snapshot.Info.LastLoadId);
    }

    [Fact]
    public async Task A_warehouse_that_the_run_alone_made_goes_with_its_folder()
    {
        await using IWarehouse own = Open();
        await own.MigrateAsync(CancellationToken.None);
        await TestLoad.RunAsync<LandlordRow>(own, [Make.Landlord("A1")], LoadMode.Full, "2025-04-14");
        Assert.True(await own.RemoveOwnAsync(CancellationToken.None));
        Assert.False(Directory.Exists(_folder));
        Assert.True(await own.RemoveOwnAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_is_not_the_warehouses_stays_in_the_folder()
    {
        await using IWarehouse own = Open();
        await own.MigrateAsync(CancellationToken.None);
        string note = Path.Combine(_folder, "note.txt");
        await File.WriteAllTextAsync(note, "kept", TestContext.Current.CancellationToken);
        Assert.True(await own.RemoveOwnAsync(CancellationToken.None));
        Assert.Equal([note], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_removal_that_was_cut_off_is_finished_by_the_next_writer()
    {
        await using IWarehouse own = Open();
        await own.MigrateAsync(CancellationToken.None);
        Directory.Move(Path.Combine(_folder, "generations"), Path.Combine(_folder, "staging", "discarded"));

        await using IWarehouse next = Open();
        Assert.True((await next.MigrateAsync(CancellationToken.None)).Created);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder, "staging")));
    }

    [Fact]
    public async Task A_publication_that_was_cut_off_before_its_pointer_is_finished_by_the_next_writer()
    {
        await using IWarehouse own = Open();
        await own.MigrateAsync(CancellationToken.None);
        await TestLoad.RunAsync<LandlordRow>(own, [Make.Landlord("A1")], LoadMode.Full, "2025-04-14");
        string pointer = Path.Combine(_folder, "CURRENT");
        File.Move(pointer, Path.Combine(_folder, "PUBLISHING"));

        await using IWarehouse next = Open();
        Assert.False((await next.MigrateAsync(CancellationToken.None)).Created);
        await using ISnapshot snapshot = await next.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(1, snapshot.Info.LastLoadId);
        Assert.False(File.Exists(Path.Combine(_folder, "PUBLISHING")));
    }

    [Fact]
    public async Task Of_many_runs_that_begin_and_end_at_once_every_published_load_stays()
    {
        int published = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 24), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (i, stop) =>
        {
            await using IWarehouse one = Open();
            try
            {
                await one.MigrateAsync(stop);
                if (i % 2 == 0)
                {
                    await using ILoadSession session = await one.BeginLoadAsync(TestLoad.Header("2025-01-01"), stop);
                    await session.CommitAsync(new LoadSummary([]), stop);
                    Interlocked.Increment(ref published);
                    return;
                }
            }
            catch (Domain.Errors.UserException)
            {
                // Another one is writing, or took its own away meanwhile.
            }

            await one.RemoveOwnAsync(stop);
        });

        await using IWarehouse last = Open();
        await last.MigrateAsync(CancellationToken.None);
        await using ISnapshot snapshot = await last.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(published, snapshot.Info.LastLoadId);
    }

    private IWarehouse Open() => WarehouseFactory.Open(WarehouseLocation.Parse(_folder), TimeProvider.System);
}
