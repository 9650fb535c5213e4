using Complaints.Etl.Loading;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Tests.Loading;

/// <summary>A warehouse and a load set in a folder of their own.</summary>
public sealed class TestWarehouse : IAsyncDisposable
{
    private TestWarehouse(string root)
    {
        Root = root;
        Warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(WarehouseFolder), TimeProvider.System);
    }

    public string Root { get; }

    public string WarehouseFolder => Path.Combine(Root, "warehouse");

    public string SetFolder => Path.Combine(Root, "set");

    public IWarehouse Warehouse { get; }

    public static async Task<TestWarehouse> CreateAsync()
    {
        string root = Path.Combine(Path.GetTempPath(), $"complaints-etl-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.Combine(root, "set"));
        var test = new TestWarehouse(root);
        await test.Warehouse.MigrateAsync(TestContext.Current.CancellationToken);
        return test;
    }

    public string Write(string name, string content)
    {
        string path = Path.Combine(SetFolder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public Task<LoadOutcome> LoadAsync(LoadRequest? request = null, PseudonymKey? key = null) =>
        new LoadPipeline(Warehouse, TimeProvider.System, key ?? PseudonymKey.Beside(WarehouseFolder)).RunAsync(
            request ?? new LoadRequest { Path = SetFolder },
            null,
            TestContext.Current.CancellationToken);

    public async Task<int> GenerationAsync()
    {
        await using ISnapshot snapshot = await Warehouse.OpenSnapshotAsync(TestContext.Current.CancellationToken);
        return snapshot.Info.Generation;
    }

    /// <summary>The rows of a query, cells as invariant text joined with "|".</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using ISnapshot snapshot = await Warehouse.OpenSnapshotAsync(TestContext.Current.CancellationToken);
        await using var rows = await snapshot.QueryAsync(SqlQuery.Of(sql), TestContext.Current.CancellationToken);
        var result = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            var cells = new string[rows.FieldCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = rows.IsDBNull(i) ? "" : rows.GetValue(i) is DateOnly day ? day.ToString("yyyy-MM-dd") : Convert.ToString(
                    rows.GetValue(i))!;
            }

            result.Add(string.Join('|', cells));
        }

        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}
