using Complaints.Domain.Errors;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Loading;

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
}
