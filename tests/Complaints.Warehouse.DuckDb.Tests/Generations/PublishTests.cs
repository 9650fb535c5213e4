using System.Collections.Concurrent;
using Complaints.Domain.Errors;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Generations;

public class PublishTests
{
    private const string Generations = "generations";

    [Fact]
    public async Task Queries_see_one_generation_each_while_twenty_are_published()
    {
        const int Publishes = 20;
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")], LoadMode.Incremental);
        using var done = new CancellationTokenSource();
        var seen = new ConcurrentDictionary<int, bool>();
        Task[] readers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReadUntilAsync(warehouse, seen, done.Token)))];
        for (int i = 1; i <= Publishes; i++)
        {
            // Each load restates all rows: as many rows as the load's number, every one received on the same day.
            await warehouse.LoadAsync<StageRow>(
                [.. Enumerable.Range(1, i).Select(n => Make.Stage($"C{n}", received: new DateOnly(2024, 4, i).ToString("o")))]);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.True(seen.Count > 1, "The readers saw one generation only.");
        Assert.Equal(
            ["000021.duckdb", "000022.duckdb"],
            Directory.EnumerateFiles(Path.Combine(warehouse.Folder, Generations)).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_snapshot_stays_as_it_was_and_its_file_goes_when_it_is_closed()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")]);
        ISnapshot old = await warehouse.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        for (int i = 0; i < 3; i++)
        {
            await warehouse.LoadAsync<StageRow>([Make.Stage($"C{i}")], LoadMode.Incremental);
        }

        Assert.Equal(["0"], await Query.RowsAsync(old, "SELECT COUNT(*) FROM fact_stage"));
        Assert.Equal(["3"], await warehouse.RowsAsync("SELECT COUNT(*) FROM fact_stage"));
        string file = Path.Combine(warehouse.Folder, Generations, "000002.duckdb");
        Assert.True(File.Exists(file));
        await old.DisposeAsync();
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_told_who_writes()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await using (await warehouse.Warehouse.BeginLoadAsync(TestLoad.Header("2025-01-01"), CancellationToken.None))
        {
            await using IWarehouse other = TestWarehouse.Reopen(warehouse.Folder).Warehouse;
            UserException error = await Assert.ThrowsAsync<UserException>(
                () => other.BeginLoadAsync(TestLoad.Header("2025-01-01"), CancellationToken.None));
            Assert.Contains($"process {Environment.ProcessId}", error.What, StringComparison.Ordinal);
            await Assert.ThrowsAsync<UserException>(() => other.MigrateAsync(CancellationToken.None));
        }

        await warehouse.LoadAsync<LandlordRow>([Make.Landlord("A1")]);
    }

    [Fact]
    public async Task A_load_that_is_not_committed_leaves_nothing()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await using (ILoadSession session = await warehouse.Warehouse.BeginLoadAsync(TestLoad.Header("2025-01-01"), CancellationToken.None))
        {
            await session.AppendAsync<LandlordRow>([Make.Landlord("A1")], CancellationToken.None);
            MergeCounts counts = await session.MergeAsync<LandlordRow>(
                new MergeScope(TestLoad.Source, LoadMode.Full, TestLoad.File), CancellationToken.None);
            Assert.Equal(1, counts.Added);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(warehouse.Folder, "staging")));
        Assert.Equal(["1"], await warehouse.RowsAsync("SELECT COUNT(*) FROM dim_landlord"));
    }

    [Fact]
    public async Task A_published_file_that_was_changed_is_refused()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await using (FileStream file = File.OpenWrite(Path.Combine(warehouse.Folder, Generations, "000001.duckdb")))
        {
            file.SetLength(4096);
        }

        await Assert.ThrowsAsync<UserException>(() => warehouse.Warehouse.OpenSnapshotAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_cancelled_query_stops_and_the_snapshot_goes_on()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await using ISnapshot snapshot = await warehouse.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () =>
                snapshot.QueryAsync(
                    SqlQuery.Of("SELECT SUM(SIN(a.i * b.i)) FROM range(10000000) a (i), range(10000000) b (i)"), cancelled.Token));
        Assert.Equal(["1"], await Query.RowsAsync(snapshot, "SELECT 1"));
    }

    private static async Task ReadUntilAsync(TestWarehouse warehouse, ConcurrentDictionary<int, bool> seen, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await using ISnapshot snapshot = await warehouse.Warehouse.OpenSnapshotAsync(CancellationToken.None);
            IReadOnlyList<string> rows = await Query.RowsAsync(
                snapshot,
                """
                SELECT COUNT(*), COUNT(DISTINCT received_on), COALESCE(DAY(MAX(received_on)), 0), (SELECT MAX(load_id) FROM load)
                FROM fact_stage
                WHERE recorded_to_load = 2147483647
                """);
            int load = snapshot.Info.LastLoadId;
            Assert.Equal($"{load - 1}|{(load > 1 ? 1 : 0)}|{load - 1}|{load}", Assert.Single(rows));
            seen[snapshot.Info.Generation] = true;
        }
    }
}
