using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Loading;
using Microsoft.Extensions.Logging;

namespace Complaints.Warehouse.DuckDb;

#pragma warning disable CA1822, IDE0060, CS9113
internal sealed class DuckDbWarehouse(string folder, TimeProvider clock, ILoggerFactory log) : IWarehouse
{
    public ISqlDialect Dialect => DuckDbDialect.Instance;

    public Task<MigrationReport> MigrateAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<ISnapshot> OpenSnapshotAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<ILoadSession> BeginLoadAsync(LoadHeader header, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
