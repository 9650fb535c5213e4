using System.Data.Common;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Service.Tests.Faults;

/// <summary>A warehouse whose queries do what a test wants: fail as no user can make them fail, or go on until they are stopped.</summary>
internal sealed class FaultyWarehouse(Func<CancellationToken, Task<DbDataReader>> query) : IWarehouse, ISnapshot
{
    private readonly IWarehouse _real = WarehouseFactory.Open(WarehouseLocation.Parse(Path.GetTempPath()), TimeProvider.System);

    /// <summary>What happens before a snapshot is there.</summary>
    public Func<Task> OnOpen { get; set; } = () => Task.CompletedTask;

    public ISqlDialect Dialect => _real.Dialect;

    public SnapshotInfo Info { get; } = new(1, 1, new DateOnly(2025, 4, 14), DateTimeOffset.UnixEpoch);

    public static FaultyWarehouse Failing(Exception error) => new(_ => Task.FromException<DbDataReader>(error));

    /// <summary>Every query goes on until its token stops it; both moments can be waited for.</summary>
    public static FaultyWarehouse Endless(TaskCompletionSource started, TaskCompletionSource stopped) => new(async ct =>
    {
        _ = started.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, ct);
        }
        finally
        {
            _ = stopped.TrySetResult();
        }

        throw new InvalidOperationException("It cannot come to this.");
    });

    public Task<MigrationReport> MigrateAsync(CancellationToken ct) => throw new NotSupportedException();

    public async Task<ISnapshot> OpenSnapshotAsync(CancellationToken ct)
    {
        await OnOpen();
        return this;
    }

    public Task<ILoadSession> BeginLoadAsync(LoadHeader header, CancellationToken ct) => throw new NotSupportedException();

    public Task<DbDataReader> QueryAsync(SqlQuery text, CancellationToken ct) => query(ct);

    public Task<DbDataReader> QueryAsync(NamedQuery named, CancellationToken ct) => query(ct);

    public Task<bool> RemoveOwnAsync(CancellationToken ct) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
