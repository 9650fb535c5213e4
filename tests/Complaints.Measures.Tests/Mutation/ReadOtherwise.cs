using System.Data.Common;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>A warehouse, not disposed, whose rendered queries are read otherwise before its engine runs them.</summary>
internal sealed class ReadOtherwise(IWarehouse warehouse, Reading reading) : IWarehouse
{
    public ISqlDialect Dialect => warehouse.Dialect;

    public Task<MigrationReport> MigrateAsync(CancellationToken ct) => warehouse.MigrateAsync(ct);

    public async Task<ISnapshot> OpenSnapshotAsync(CancellationToken ct) => new Snapshot(await warehouse.OpenSnapshotAsync(ct), reading);

    public Task<ILoadSession> BeginLoadAsync(LoadHeader header, CancellationToken ct) => warehouse.BeginLoadAsync(header, ct);

    public Task<bool> RemoveOwnAsync(CancellationToken ct) => warehouse.RemoveOwnAsync(ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Snapshot(ISnapshot snapshot, Reading reading) : ISnapshot
    {
        public SnapshotInfo Info => snapshot.Info;

        public Task<DbDataReader> QueryAsync(SqlQuery query, CancellationToken ct) =>
            snapshot.QueryAsync(query with { Text = reading.Of(query.Text) }, ct);

        public Task<DbDataReader> QueryAsync(NamedQuery query, CancellationToken ct) => snapshot.QueryAsync(query, ct);

        public ValueTask DisposeAsync() => snapshot.DisposeAsync();
    }
}
