using System.Data.Common;
using Complaints.Warehouse.DuckDb.Generations;
using Complaints.Warehouse.DuckDb.Loading;
using Complaints.Warehouse.DuckDb.Migrations;
using Complaints.Warehouse.DuckDb.Sql;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;
using Microsoft.Extensions.Logging;

namespace Complaints.Warehouse.DuckDb;

/// <summary>A warehouse in a folder, on the embedded engine.</summary>
internal sealed class DuckDbWarehouse : IWarehouse
{
    private readonly GenerationStore _store;
    private readonly GenerationCache _cache;
    private readonly Migrator _migrator;
    private readonly LoadEnvironment _loads;
    private readonly ILogger _log;

    public DuckDbWarehouse(WarehouseLocation location, TimeProvider clock, ILoggerFactory log, string? scriptFolder = null)
    {
        var store = new GenerationStore(location.Folder, clock, location.Run);
        _store = store;
        _log = log.CreateLogger("Complaints.Warehouse");
        string scripts = scriptFolder ?? SqlFiles.Migrations;
        _cache = new GenerationCache(store, scripts);
        _migrator = new Migrator(store, scripts, clock);
        _loads = new LoadEnvironment(store, _cache, _migrator, clock, _log);
    }

    public ISqlDialect Dialect => DuckDbDialect.Instance;

    public Task<MigrationReport> MigrateAsync(CancellationToken ct) => Task.Run(
        () =>
        {
            MigrationReport report = _migrator.Migrate();
            if (report.Changed)
            {
                WarehouseLog.Migrated(_log, report.Generation, report.Applied.Count);
                _cache.RemoveSuperseded();
            }

            return report;
        },
        ct);

    public Task<ISnapshot> OpenSnapshotAsync(CancellationToken ct) =>
        Task.Run<ISnapshot>(() => new DuckDbSnapshot(_cache, _cache.Acquire()), ct);

    public Task<ILoadSession> BeginLoadAsync(LoadHeader header, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(header);
        return Task.Run<ILoadSession>(() => DuckDbLoadSession.Begin(_loads, header), ct);
    }

    public Task<bool> RemoveOwnAsync(CancellationToken ct) => Task.Run(_store.RemoveOwn, ct);

    public ValueTask DisposeAsync()
    {
        _cache.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A hold on one published generation.</summary>
internal sealed class DuckDbSnapshot(GenerationCache cache, GenerationReader reader) : ISnapshot
{
    private int _disposed;

    public SnapshotInfo Info => reader.Info;

    public Task<DbDataReader> QueryAsync(SqlQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return reader.QueryAsync(query, ct);
    }

    public Task<DbDataReader> QueryAsync(NamedQuery query, CancellationToken ct) => QueryAsync(NamedQueries.Resolve(query), ct);

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            cache.Release(reader);
        }

        return ValueTask.CompletedTask;
    }
}
