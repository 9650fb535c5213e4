using Complaints.Domain.Homes;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests;

/// <summary>A migrated warehouse in a folder of its own, gone with the test.</summary>
internal sealed class TestWarehouse : IAsyncDisposable
{
    // Migrated once; each test starts from a copy.
    private static readonly Lazy<Task<string>> s_template = new(MigrateTemplateAsync);

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
        folder ??= NewFolder();
        foreach (string file in Directory.EnumerateFiles(await s_template.Value, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(await s_template.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new TestWarehouse(folder);
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

    private static async Task<string> MigrateTemplateAsync()
    {
        string folder = NewFolder();
        await using IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
        await warehouse.MigrateAsync(CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
