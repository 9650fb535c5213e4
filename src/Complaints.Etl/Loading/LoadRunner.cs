using Complaints.Domain.Errors;
using Complaints.Etl.Assign;
using Complaints.Etl.Mapping;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Complaints.Etl.Loading;

/// <summary>
/// Loads a load set: all files are looked through first, then conformed, merged and published together. A refused input changes nothing;
/// a row with faults goes to quarantine and the others load.
/// </summary>
public sealed class LoadRunner
{
    private readonly IWarehouse _warehouse;
    private readonly TimeProvider _clock;
    private readonly PseudonymKey _key;
    private readonly ILogger _log;

    /// <summary>A runner for one warehouse.</summary>
    /// <param name="warehouse">Where to load to; migrated.</param>
    /// <param name="clock">For "today" and for measuring.</param>
    /// <param name="key">The key of residents' pseudonyms; only used when a mapping has residents.</param>
    /// <param name="log">Where to log; null for nowhere.</param>
    public LoadRunner(IWarehouse warehouse, TimeProvider clock, PseudonymKey key, ILoggerFactory? log = null)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(key);
        _warehouse = warehouse;
        _clock = clock;
        _key = key;
        _log = (log ?? NullLoggerFactory.Instance).CreateLogger<LoadRunner>();
    }

    /// <summary>Runs a load.</summary>
    /// <param name="request">What to load.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Stops the load; nothing is changed then.</param>
    /// <exception cref="UserException">The input was refused; nothing was changed.</exception>
    public async Task<LoadOutcome> RunAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using System.Diagnostics.Activity? trace = LoadMetrics.Traces.StartActivity("load");
        LoadSet set = await ReadSetAsync(request, cancellationToken).ConfigureAwait(false);
        Action<LoadProgress> report = progress is null ? _ => { } : progress.Report;

        var guard = new LoadGuard(request);
        var files = new FilePreparation(_clock, guard);
        ReviewedFile? reviewed = request.AcceptedReferences is string path
            ? await ReviewedReferences.ReadAsync(path, OrderOfDays(set), cancellationToken).ConfigureAwait(false)
            : null;
        var builtIn = new Dictionary<string, BuiltInFile>(StringComparer.Ordinal);
        foreach (LoadSetEntry entry in set.Files.Where(entry => entry.BuiltIn is not null))
        {
            builtIn[entry.DataPath] = await BuiltInLoader.ReadAsync(entry, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<PreparedFile> prepared = await files.RunAsync(set.Files, report, cancellationToken).ConfigureAwait(false);
        ILoadSession session = await _warehouse.BeginLoadAsync(new LoadHeader(set.Name, set.ExtractDate), cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            LoadLog.Begins(_log, session.LoadId, set.Name, set.Files.Count, set.ExtractDate);
            var run = new LoadRun(session, _clock, _key, set, request, guard, report, _log);
            return await run.RunAsync(files, prepared, builtIn, reviewed, cancellationToken).ConfigureAwait(false);
        }
    }

    // A person writes days as the extract's own people do.
    private static DateOrder OrderOfDays(LoadSet set) =>
        set.Files.FirstOrDefault(entry => entry.Mapping?.Landlord is { ThroughProperty: true })?.Mapping?.DateOrder ?? DateOrder.Dmy;

    private async Task<LoadSet> ReadSetAsync(LoadRequest request, CancellationToken cancellationToken)
    {
        if (request.Mapping is not string mapping)
        {
            LoadSet set = LoadSetReader.Read(request.Path);
            return request.ExtractDate is DateOnly date ? set with { ExtractDate = date } : set;
        }

        DateOnly extractDate = request.ExtractDate ?? DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        if (mapping.StartsWith(LoadSetReader.BuiltInPrefix, StringComparison.Ordinal))
        {
            return new LoadSet(mapping, extractDate, [new LoadSetEntry(Path.GetFullPath(request.Path), null, mapping)]);
        }

        MappingFile read = MappingReader.Read(Path.GetFullPath(mapping));
        if (request.Replay)
        {
            read = read with { Mode = LoadMode.Incremental, Read = Extract.ReadOptions.Default };
            extractDate = request.ExtractDate ?? await NewestAsync(read, cancellationToken).ConfigureAwait(false) ?? extractDate;
        }

        return new LoadSet(read.Id, extractDate, [new LoadSetEntry(Path.GetFullPath(request.Path), read, null)]);
    }

    // Mended rows are rows of an extract that is loaded already: they know no later day than it.
    private async Task<DateOnly?> NewestAsync(MappingFile mapping, CancellationToken cancellationToken)
    {
        ISnapshot snapshot = await _warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            return await SourceLoads.DayAsync(snapshot.QueryAsync(SourceLoads.Newest(mapping), cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }
}
