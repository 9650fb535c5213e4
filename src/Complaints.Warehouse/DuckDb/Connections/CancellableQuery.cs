using System.Data.Common;
using Complaints.Domain;
using Complaints.Domain.Errors;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Connections;

/// <summary>Runs a query so that a cancelled token or the limit of time stops it inside the engine.</summary>
internal static class CancellableQuery
{
    public static async Task<DbDataReader> RunAsync(DuckDBConnection connection, SqlQuery query, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(Limits.EngineQuerySeconds));
        DuckDBCommand command = connection.Command(query.Text, [.. query.Parameters]);
        try
        {
            CancellationTokenRegistration stop = limit.Token.Register(command.Cancel);
            await using (stop.ConfigureAwait(false))
            {
                DbDataReader reader = await Task.Run(command.ExecuteReader, limit.Token).ConfigureAwait(false);
                return new OwningDataReader(reader, command);
            }
        }
        catch (Exception error) when (limit.IsCancellationRequested)
        {
            command.Dispose();
            ct.ThrowIfCancellationRequested();
            throw new UserException(
                $"The query ran longer than {Limits.EngineQuerySeconds} seconds and was stopped.",
                expected: "a query that the engine answers within that time",
                fix: "ask for fewer years or dimensions, or filter by landlord",
                inner: error);
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }
}
