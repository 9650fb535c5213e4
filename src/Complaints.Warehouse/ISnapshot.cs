using System.Data.Common;
using Complaints.Domain.Errors;

namespace Complaints.Warehouse;

/// <summary>A published state of the warehouse, read-only. Queries may run at the same time.</summary>
public interface ISnapshot : IAsyncDisposable
{
    /// <summary>Which state it is.</summary>
    SnapshotInfo Info { get; }

    /// <summary>Runs a query; dispose the reader. A cancelled token stops it in the engine.</summary>
    /// <exception cref="UserException">The query ran longer than <see cref="Complaints.Domain.Limits"/> allows.</exception>
    Task<DbDataReader> QueryAsync(SqlQuery query, CancellationToken ct);
}
