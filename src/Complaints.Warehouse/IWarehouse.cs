using System.Data.Common;
using Complaints.Domain.Errors;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse;

/// <summary>A warehouse: one star schema in one engine. Readers see published loads only, each as a whole.</summary>
public interface IWarehouse : IAsyncDisposable
{
    /// <summary>How SQL is written for its engine.</summary>
    ISqlDialect Dialect { get; }

    /// <summary>Creates the warehouse or brings its schema up to date; does nothing when it is.</summary>
    /// <exception cref="UserException">Another process is writing, or an applied migration script was changed.</exception>
    Task<MigrationReport> MigrateAsync(CancellationToken ct);

    /// <summary>Opens what is published now, to read. It stays as it is until disposed, whatever is published meanwhile.</summary>
    /// <exception cref="UserException">There is no warehouse, or too many snapshots are open.</exception>
    Task<ISnapshot> OpenSnapshotAsync(CancellationToken ct);

    /// <summary>Begins a load; there is one at a time.</summary>
    /// <exception cref="UserException">There is no warehouse, its schema is not up to date, or another process is writing.</exception>
    Task<ILoadSession> BeginLoadAsync(LoadHeader header, CancellationToken ct);

    /// <summary>
    /// Takes the warehouse away if everything ever published in it came from the same <see cref="WarehouseLocation.Run"/> as this, or
    /// nothing was. It looks under the writer's lock; while somebody else writes, or once somebody else published, nothing is touched.
    /// </summary>
    /// <returns>Whether nothing is left.</returns>
    Task<bool> RemoveOwnAsync(CancellationToken ct);
}

/// <summary>A published state of the warehouse, read-only. Queries may run at the same time.</summary>
public interface ISnapshot : IAsyncDisposable
{
    /// <summary>Which state it is.</summary>
    SnapshotInfo Info { get; }

    /// <summary>Runs a query; dispose the reader. A cancelled token stops it in the engine.</summary>
    /// <exception cref="UserException">The query ran longer than <see cref="Complaints.Domain.Limits"/> allows.</exception>
    Task<DbDataReader> QueryAsync(SqlQuery query, CancellationToken ct);

    /// <summary>Runs a query that the engine keeps under a name; otherwise as the other.</summary>
    /// <exception cref="UserException">The query ran longer than <see cref="Complaints.Domain.Limits"/> allows.</exception>
    Task<DbDataReader> QueryAsync(NamedQuery query, CancellationToken ct);
}

/// <summary>What a migration did.</summary>
/// <param name="Created">Whether there was no warehouse before.</param>
/// <param name="Applied">Names of the scripts that were applied, in order.</param>
/// <param name="Generation">The generation published now.</param>
public sealed record MigrationReport(bool Created, IReadOnlyList<string> Applied, int Generation)
{
    /// <summary>Whether anything was done.</summary>
    public bool Changed => Created || Applied.Count > 0;
}
