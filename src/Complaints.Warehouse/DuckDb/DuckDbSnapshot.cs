using System.Data.Common;
using Complaints.Warehouse.DuckDb.Generations;

namespace Complaints.Warehouse.DuckDb;

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

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            cache.Release(reader);
        }

        return ValueTask.CompletedTask;
    }
}
