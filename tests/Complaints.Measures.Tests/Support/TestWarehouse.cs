using System.Globalization;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Support;

/// <summary>A warehouse of its own in a temporary folder, loaded through the same door as any other.</summary>
public sealed class TestWarehouse : IAsyncDisposable
{
    private const string Source = "TEST-CRM";

    private readonly string _folder;

    private TestWarehouse(string folder, IWarehouse warehouse)
    {
        _folder = folder;
        Warehouse = warehouse;
    }

    public IWarehouse Warehouse { get; }

    public static async Task<TestWarehouse> CreateAsync()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"complaints-measures-{Guid.NewGuid():N}");
        IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
        _ = await warehouse.MigrateAsync(CancellationToken.None);
        return new TestWarehouse(folder, warehouse);
    }

    /// <summary>Loads rows as one load; what is not given stays as it was.</summary>
    public async Task LoadAsync(
        DateOnly extractDate, TestRows rows, LoadMode mode = LoadMode.Incremental, string source = Source, int? freshForDays = null)
    {
        await using ILoadSession session = await Warehouse.BeginLoadAsync(new LoadHeader("test", extractDate), CancellationToken.None);
        var files = new List<LoadFileSummary>();
        await MergeAsync(session, files, source, "landlord", rows.Landlords, mode);
        await MergeAsync(session, files, source, "property", rows.Homes, mode);
        await MergeAsync(session, files, source, "stock", rows.Stock, mode);
        await MergeAsync(session, files, source, "stage", rows.Stages, mode);
        await MergeAsync(session, files, source, "contact", rows.Contacts, mode);
        await MergeAsync(session, files, source, "action", rows.Actions, mode);
        await MergeAsync(session, files, source, "resident", rows.Residents, mode);
        await MergeAsync(session, files, source, "published_measure", rows.Published, mode);
        await MergeAsync(session, files, source, "quarantine", rows.Quarantine, LoadMode.Incremental);
        LoadFileSummary[] promising = [.. files.Select(file => file with { FreshForDays = freshForDays })];
        _ = await session.CommitAsync(new LoadSummary(promising), CancellationToken.None);
    }

    /// <summary>Runs SQL written by hand and gives the rows as text cells, null as "".</summary>
    public async Task<List<string[]>> SqlAsync(string text)
    {
        await using ISnapshot snapshot = await Warehouse.OpenSnapshotAsync(CancellationToken.None);
        await using System.Data.Common.DbDataReader reader = await snapshot.QueryAsync(SqlQuery.Of(text), CancellationToken.None);
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            string[] cells = new string[reader.FieldCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = await reader.IsDBNullAsync(i) ? "" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!;
            }

            rows.Add(cells);
        }

        return rows;
    }

    /// <summary>Writes into the published state by hand, before anything is asked of it.</summary>
    public async Task WriteAsync(string text)
    {
        string file = Directory.GetFiles(_folder, "*.duckdb", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        long before = new FileInfo(file).Length;
        await using (var connection = new DuckDB.NET.Data.DuckDBConnection($"Data Source={file}"))
        {
            await connection.OpenAsync();
            await using System.Data.Common.DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Tests write their own SQL.
            command.CommandText = text;
#pragma warning restore CA2100
            _ = await command.ExecuteNonQueryAsync();
        }

        // A published file of another length is refused.
        string pointer = Directory.GetFiles(_folder, "CURRENT", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(pointer, (await File.ReadAllTextAsync(pointer)).Replace(
            $"\"Bytes\":{before}", $"\"Bytes\":{new FileInfo(file).Length}", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task MergeAsync<TRow>(
        ILoadSession session,
        List<LoadFileSummary> files,
        string source,
        string target,
        IReadOnlyList<TRow> rows,
        LoadMode mode)
        where TRow : IWarehouseRow
    {
        if (rows.Count == 0)
        {
            return;
        }

        string file = $"{target}.csv";
        await session.AppendAsync(rows, CancellationToken.None);
        MergeCounts counts = await session.MergeAsync<TRow>(new MergeScope(source, mode, file), CancellationToken.None);
        bool isQuarantine = typeof(TRow) == typeof(QuarantineRow);
        int read = rows.Select(row => row.SourceRow).Distinct().Count();
        files.Add(new LoadFileSummary
        {
            FileName = file,
            Sha256 = new string('0', 64),
            Bytes = 1,
            SourceSystem = source,
            MappingId = "test",
            MappingHash = new string('0', 64),
            Target = isQuarantine ? "stage" : target,
            Mode = mode,
            RowsRead = read,
            RowsLoaded = isQuarantine ? 0 : counts.SourceRowsLoaded,
            RowsUnchanged = isQuarantine ? 0 : counts.SourceRowsUnchanged,
            RowsQuarantined = isQuarantine ? read : 0,
        });
    }
}
