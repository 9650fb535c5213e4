using Complaints.Cli.Composition;
using Complaints.Cli.Tests.Running;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Loading;

namespace Complaints.Cli.Tests;

/// <summary>
/// A first load that was refused or stopped deleted the whole folder, with the warehouse that another load had published there meanwhile.
/// </summary>
public sealed class FirstLoadTests
{
    [Fact]
    public async Task A_stopped_first_load_leaves_what_another_load_published_meanwhile()
    {
        using TemporaryFolder folder = new();
        await using (NewWarehouse stopped = NewWarehouse.At(WarehouseLocation.Parse(folder["w"]), dryRun: false, TimeProvider.System))
        {
            await using IWarehouse first = WarehouseFactory.Open(stopped.Location, TimeProvider.System);
            await first.MigrateAsync(CancellationToken.None);
            await PublishAsync(folder["w"]);
        }

        await using IWarehouse after = WarehouseFactory.Open(WarehouseLocation.Parse(folder["w"]), TimeProvider.System);
        await using ISnapshot snapshot = await after.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(1, snapshot.Info.LastLoadId);
    }

    [Fact]
    public async Task A_first_load_that_was_stopped_before_it_made_anything_leaves_what_another_made()
    {
        using TemporaryFolder folder = new();
        await using (NewWarehouse.At(WarehouseLocation.Parse(folder["w"]), dryRun: false, TimeProvider.System))
        {
            await PublishAsync(folder["w"]);
        }

        await using IWarehouse after = WarehouseFactory.Open(WarehouseLocation.Parse(folder["w"]), TimeProvider.System);
        await using ISnapshot snapshot = await after.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(1, snapshot.Info.LastLoadId);
    }

    [Fact]
    public async Task A_demo_does_not_delete_a_residents_key_that_was_there_before()
    {
        using TemporaryFolder folder = new();
        string key = folder["w.pseudonym.key"];
        string text = new('a', 64);
        await File.WriteAllTextAsync(key, text, TestContext.Current.CancellationToken);

        (await CommandLineRun.ComplaintsAsync(folder.Path, "demo", "--once", "--warehouse", folder["w"])).Expect(0);

        Assert.Equal(text, await File.ReadAllTextAsync(key, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(folder["w"]));
    }

    private static async Task PublishAsync(string folder)
    {
        await using IWarehouse other = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
        await other.MigrateAsync(CancellationToken.None);
        await using ILoadSession session = await other.BeginLoadAsync(
            new LoadHeader("other", new DateOnly(2025, 4, 14)), CancellationToken.None);
        await session.CommitAsync(new LoadSummary([]), CancellationToken.None);
    }
}
