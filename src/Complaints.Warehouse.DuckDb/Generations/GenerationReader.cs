using System.Data.Common;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.DuckDb.Schema;
using Complaints.Warehouse.Queries;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Generations;

/// <summary>
/// One published generation, opened once per process and shared by its snapshots. Each query has a connection of its own, so queries run
/// side by side. The file closes when the last holder lets go.
/// </summary>
internal sealed class GenerationReader : IDisposable
{
    private readonly DuckDBConnection _root;
    private readonly SemaphoreSlim _turns = new(Limits.QueriesAtOnce);

    private readonly SchemaState _schema;

    private GenerationReader(DuckDBConnection root, SchemaState schema, SnapshotInfo info)
    {
        _root = root;
        _schema = schema;
        Info = info;
    }

    public SnapshotInfo Info { get; }

    /// <summary>Snapshots, and the cache of the newest generation, that hold it.</summary>
    public int Holders { get; set; }

    /// <summary>Opens a published generation.</summary>
    /// <exception cref="UserException">
    /// The file was changed, or its schema is newer than this program or too old to be read at all.
    /// </exception>
    public static GenerationReader Open(GenerationStore store, GenerationPointer pointer, string scriptFolder)
    {
        string path = store.Whole(pointer);
        DuckDBConnection root = EngineFault.Guarded(path, () => DuckDbFile.OpenPublished(path));
        SchemaState? schema = null;
        try
        {
            schema = SchemaState.ForReading(root, scriptFolder);
            using DuckDBCommand command = root.Command("SELECT (SELECT COALESCE(MAX(load_id), 0) FROM load), (SELECT MAX(extract_date) FROM complaint_load)");
            using DuckDBDataReader reader = command.ExecuteReader();
            reader.Read();
            DateOnly? cutOff = reader.IsDBNull(1) ? null : reader.GetFieldValue<DateOnly>(1);
            return new GenerationReader(
                root,
                schema,
                new SnapshotInfo(pointer.Generation, reader.GetInt32(0), cutOff, pointer.PublishedAt));
        }
        catch (Exception error)
        {
            root.Dispose();
            if (error is DuckDBException && (EngineFault.Of(error, path) ?? schema?.Older(path, error)) is UserException told)
            {
                throw told;
            }

            throw;
        }
    }

    /// <summary>
    /// Runs a query. It holds a turn while the engine works and gives it back before the answer, which is in memory by then, is read:
    /// whoever reads one answer and asks for the next never waits with a turn in hand.
    /// </summary>
    public async Task<DbDataReader> QueryAsync(SqlQuery query, CancellationToken ct)
    {
        await _turns.WaitAsync(ct).ConfigureAwait(false);
        DuckDBConnection? connection = null;
        try
        {
            connection = new DuckDBConnection(_root.ConnectionString);
            connection.Open();
            DbDataReader reader = await CancellableQuery.RunAsync(connection, query, ct).ConfigureAwait(false);
            return new OwningDataReader(reader, connection);
        }
        catch (Exception error)
        {
            connection?.Dispose();

            // Only once a query has failed: most queries of a newer program read an older schema as well.
            if (error is DuckDBException
                && (EngineFault.Of(error, _root.DataSource) ?? _schema.Older(_root.DataSource, error)) is UserException told)
            {
                throw told;
            }

            throw;
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        _root.Dispose();
        _turns.Dispose();
    }
}
