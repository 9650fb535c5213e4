using System.Data.Common;
using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.DuckDb.Generations;
using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.DuckDb.Sql;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;
using Complaints.Warehouse.Rows;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>A load in a private copy of the warehouse file, in one transaction of it.</summary>
internal sealed class DuckDbLoadSession : ILoadSession
{
    private readonly LoadEnvironment _environment;
    private readonly WriterLock _writing;
    private readonly string _path;
    private readonly DuckDBConnection _connection;
    private readonly RowMerges _merges;
    private readonly MergeParameters _parameters;
    private MergeCounts _totals = MergeCounts.None;
    private int _mergeNumber;
    private bool _ended;

    private DuckDbLoadSession(
        LoadEnvironment environment, LoadHeader header, WriterLock writing, string path, DuckDBConnection connection)
    {
        _environment = environment;
        _writing = writing;
        _path = path;
        _connection = connection;
        _merges = new RowMerges(connection);
        LoadId = (int)connection.Scalar("SELECT COALESCE(MAX(load_id), 0) + 1 FROM load")!;
        _parameters = new MergeParameters(
            ("load_id", LoadId),
            ("load_set", header.LoadSet),
            ("extract_date", header.ExtractDate),
            ("started_at", environment.Clock.GetUtcNow()));
    }

    public int LoadId { get; }

    /// <summary>Takes the writer's lock and a private copy; both end with the session.</summary>
    public static DuckDbLoadSession Begin(LoadEnvironment environment, LoadHeader header)
    {
        WriterLock writing = environment.Store.BeginWriting();
        string? path = null;
        DuckDBConnection? connection = null;
        try
        {
            environment.RefuseUnlessUpToDate();
            path = environment.Store.PrivateCopy();
            connection = DuckDbFile.OpenPrivate(path);
            connection.Execute("BEGIN TRANSACTION");
            var session = new DuckDbLoadSession(environment, header, writing, path, connection);
            MergeScript script = MergeScript.Load("session");
            script.Run(connection, "tables", session._parameters);
            script.Run(connection, "keys", session._parameters);
            script.Run(connection, "as-of views", session._parameters);
            WarehouseLog.LoadBegun(environment.Log, session.LoadId, header.LoadSet);
            return session;
        }
        catch
        {
            connection?.Dispose();
            if (path is not null)
            {
                GenerationStore.Discard(path);
            }

            writing.Dispose();
            throw;
        }
    }

    public Task AppendAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : IWarehouseRow
    {
        ArgumentNullException.ThrowIfNull(rows);
        RefuseAfterEnd();
        return WorkAsync(() => _merges.Of<TRow>().Append(rows), ct);
    }

    public Task<MergeCounts> MergeAsync<TRow>(MergeScope scope, CancellationToken ct)
        where TRow : IWarehouseRow
    {
        ArgumentNullException.ThrowIfNull(scope);
        RefuseAfterEnd();
        return WorkAsync(
            () =>
            {
                RefuseBeforeHeldBack<TRow>(scope);
                MergeParameters parameters = ParametersOf(scope);
                MergeCounts counts = _merges.Of<TRow>().Merge(scope, parameters);
                if (typeof(TRow) != typeof(QuarantineRow))
                {
                    _totals = _totals.Plus(counts);
                    _merges.Quarantine.Resolve(parameters);
                }

                WarehouseLog.Merged(_environment.Log, LoadId, typeof(TRow).Name, counts.Added, counts.Changed, counts.Withdrawn);
                return counts;
            },
            ct);
    }

    public Task SettleAsync(MergeScope scope, string target, IReadOnlyList<ReplayedEntry> entries, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(entries);
        RefuseAfterEnd();
        return WorkAsync(
            () => _merges.Quarantine.Settle(entries, _parameters.With("source_system", scope.SourceSystem).With("target", target)),
            ct);
    }

    public Task DismissAsync(IReadOnlyList<DismissedEntry> entries, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(entries);
        RefuseAfterEnd();
        return WorkAsync(() => _merges.Quarantine.Dismiss(entries, _parameters.With("dismissed_at", _environment.Clock.GetUtcNow())), ct);
    }

    public Task<DbDataReader> QueryAsync(SqlQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        RefuseAfterEnd();
        return CancellableQuery.RunAsync(_connection, query, ct);
    }

    public Task<DbDataReader> QueryAsync(NamedQuery query, CancellationToken ct) => QueryAsync(NamedQueries.Resolve(query), ct);

    public Task<IReadOnlyDictionary<string, long>> StagesInDoubtAsync(LoadSummary summary, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(summary);
        RefuseAfterEnd();
        return WorkAsync(() => Settle(summary, new LoadRecord(_connection, _parameters)), ct);
    }

    public Task<PublishResult> CommitAsync(LoadSummary summary, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(summary);
        RefuseAfterEnd();
        return WorkAsync(() => Commit(summary, ct), ct);
    }

    public ValueTask DisposeAsync()
    {
        End();
        return ValueTask.CompletedTask;
    }

    private Task<object?> WorkAsync(Action work, CancellationToken ct) => WorkAsync<object?>(
        () =>
        {
            work();
            return null;
        },
        ct);

    // A damaged block of the published file comes to light when its copy is read.
    private Task<T> WorkAsync<T>(Func<T> work, CancellationToken ct) => Task.Run(
        () =>
        {
            try
            {
                return work();
            }
            catch (DuckDBException error) when (EngineFault.Of(error, _environment.Store.Folder) is { } fault)
            {
                throw fault;
            }
        },
        ct);

    private PublishResult Commit(LoadSummary summary, CancellationToken ct)
    {
        if (_merges.Unmerged > 0)
        {
            throw new InvalidOperationException($"{_merges.Unmerged} rows were appended and not merged.");
        }

        var record = new LoadRecord(_connection, _parameters);
        IReadOnlyDictionary<string, long> inDoubt = Settle(summary, record);
        if (summary.PseudonymKeyFingerprint is string fingerprint)
        {
            record.AddPseudonymKey(fingerprint, _environment.Clock.GetUtcNow());
        }

        IReadOnlyList<ReconciliationControl> controls = record.Finish(_totals, _environment.Clock.GetUtcNow());
        ReconciliationControl[] failed = [.. controls.Where(control => !control.Passed)];
        if (failed.Length > 0)
        {
            WarehouseLog.NotReconciled(_environment.Log, LoadId, failed.Length);
            throw new ReconciliationException(failed);
        }

        ct.ThrowIfCancellationRequested();
        _connection.Execute("COMMIT");
        _connection.Execute("CHECKPOINT");
        _merges.Dispose();
        _connection.Dispose();
        GenerationPointer pointer = _environment.Store.Publish(_path);
        _environment.Cache.RemoveSuperseded();
        WarehouseLog.Published(_environment.Log, LoadId, pointer.Generation);
        End();
        return new PublishResult(LoadId, pointer.Generation, pointer.PublishedAt, controls) { StagesInDoubt = inDoubt };
    }

    private IReadOnlyDictionary<string, long> Settle(LoadSummary summary, LoadRecord record)
    {
        _merges.Quarantine.Resolve(_parameters);
        foreach (LoadFileSummary file in summary.Files)
        {
            record.AddFile(file);
            if (file.Mode == LoadMode.Full)
            {
                _merges.Quarantine.Supersede(file.Target, _parameters.With("source_system", file.SourceSystem));
            }
        }

        return new HomeRestatements(_connection).Mark(_merges.HasRegisters, _parameters);
    }

    private MergeParameters ParametersOf(MergeScope scope) => _parameters
        .With("source_system", scope.SourceSystem)
        .With("takes_over", scope.TakesOver)
        .With("file_name", scope.FileName)
        .With("merge_number", ++_mergeNumber);

    private void RefuseBeforeHeldBack<TRow>(MergeScope scope)
    {
        if (typeof(TRow) != typeof(QuarantineRow) && _merges.Quarantine.Unmerged > 0)
        {
            throw new InvalidOperationException($"The rows of {scope.FileName} that were held back must be merged before those that were not.");
        }
    }

    private void RefuseAfterEnd() => ObjectDisposedException.ThrowIf(_ended, this);

    private void End()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        _merges.Dispose();
        _connection.Dispose();
        GenerationStore.Discard(_path);
        _writing.Dispose();
    }
}
