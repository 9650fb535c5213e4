using System.Data.Common;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Warehouse.Queries;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Connections;

/// <summary>
/// Runs a query so that a cancelled token or the limit of time stops it inside the engine, and waits until it has stopped there.
/// </summary>
internal static class CancellableQuery
{
    private static readonly TimeSpan s_again = TimeSpan.FromMilliseconds(20);

    public static async Task<DbDataReader> RunAsync(DuckDBConnection connection, SqlQuery query, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(Limits.EngineQuerySeconds));
        DuckDBCommand command = connection.Command(query.Text, [.. query.Parameters]);
        Task<DuckDBDataReader> running = Task.Run(command.ExecuteReader, CancellationToken.None);
        try
        {
            await running.WaitAsync(limit.Token).ConfigureAwait(false);
            return new OwningDataReader(await running.ConfigureAwait(false), command);
        }
        catch (Exception error) when (limit.IsCancellationRequested)
        {
            await StopAsync(command, running).ConfigureAwait(false);
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

    // The engine forgets an interruption that comes before a query has begun, or between two of its steps: it is told until it has ended.
    private static async Task StopAsync(DuckDBCommand command, Task<DuckDBDataReader> running)
    {
        while (!running.IsCompleted)
        {
            command.Cancel();
            await Task.WhenAny(running, Task.Delay(s_again)).ConfigureAwait(false);
        }

        if (running.IsCompletedSuccessfully)
        {
            await (await running.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            _ = running.Exception;
        }
    }
}
