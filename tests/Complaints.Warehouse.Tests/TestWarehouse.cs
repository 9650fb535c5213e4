using Complaints.Domain.Homes;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.Tests;

/// <summary>A migrated warehouse in a folder of its own, gone with the test.</summary>
internal sealed class TestWarehouse : IAsyncDisposable
{
    private TestWarehouse(string folder)
    {
        Folder = folder;
        Warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
    }

    public string Folder { get; }

    public IWarehouse Warehouse { get; }

    public static string NewFolder() => Path.Combine(Path.GetTempPath(), "complaints-tests", Path.GetRandomFileName());

    public static async Task<TestWarehouse> CreateAsync(string? folder = null)
    {
        var created = new TestWarehouse(folder ?? NewFolder());
        await created.Warehouse.MigrateAsync(CancellationToken.None);
        return created;
    }

    public static TestWarehouse Reopen(string folder) => new(folder);

    /// <summary>Loads one file of rows, with a summary that adds up.</summary>
    public Task<MergeCounts> LoadAsync<TRow>(IReadOnlyList<TRow> rows, LoadMode mode = LoadMode.Full, string extract = "2025-04-14")
        where TRow : IWarehouseRow => TestLoad.RunAsync(Warehouse, rows, mode, extract);

    public async Task<MergeCounts> LoadWithLandlordsAsync(
        IReadOnlyList<StageRow> stages, LoadMode mode = LoadMode.Full, string extract = "2025-04-14")
    {
        await LoadAsync<LandlordRow>([Make.Landlord("A1"), Make.Landlord("B2")], LoadMode.Incremental, extract);
        return await LoadAsync(stages, mode, extract);
    }

    public async Task<IReadOnlyList<string>> RowsAsync(string sql, params object?[] values)
    {
        await using ISnapshot snapshot = await Warehouse.OpenSnapshotAsync(CancellationToken.None);
        return await Query.RowsAsync(snapshot, sql, values);
    }

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
