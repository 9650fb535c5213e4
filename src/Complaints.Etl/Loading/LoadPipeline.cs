using Complaints.Domain.Errors;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Complaints.Etl.Loading;

/// <summary>
/// Loads a load set, step by step: prepare and scan before the warehouse is touched, then conform, assign and stage each file, guard what
/// came of it, and publish all of them together. A refused input changes nothing; a row with faults goes to quarantine and the others load.
/// </summary>
/// <remarks>
/// A file is read three times: by Extract, which must know its encoding and hash before the first row; by the scan, which must know all
/// keys before the first row is conformed; and by staging.
/// </remarks>
public sealed class LoadPipeline
{
    private readonly IWarehouse _warehouse;
    private readonly TimeProvider _clock;
    private readonly PseudonymKey _key;
    private readonly ILogger _log;

    /// <summary>A pipeline into one warehouse.</summary>
    /// <param name="warehouse">Where to load to; migrated.</param>
    /// <param name="clock">For "today" and for measuring.</param>
    /// <param name="key">The key of residents' pseudonyms; only used when a mapping has residents.</param>
    /// <param name="log">Where to log; null for nowhere.</param>
    public LoadPipeline(IWarehouse warehouse, TimeProvider clock, PseudonymKey key, ILoggerFactory? log = null)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(key);
        _warehouse = warehouse;
        _clock = clock;
        _key = key;
        _log = (log ?? NullLoggerFactory.Instance).CreateLogger<LoadPipeline>();
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
        LoadContext load = await PrepareStep.RunAsync(request, _warehouse, _clock, _key, cancellationToken).ConfigureAwait(false);
        load.Report = progress is null ? _ => { } : progress.Report;
        load.Log = _log;
        await ScanStep.RunAsync(load, cancellationToken).ConfigureAwait(false);

        ILoadSession session = await _warehouse.BeginLoadAsync(load.Header, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            load.Begin(session);
            await GuardStep.BeforeAsync(load, cancellationToken).ConfigureAwait(false);
            foreach (LoadFile file in load.Files)
            {
                await ReviewStep.BeforeAsync(load, file, cancellationToken).ConfigureAwait(false);
                FileOutcome outcome = file.BuiltIn is BuiltInFile builtIn
                    ? await BuiltInStep.RunAsync(load, builtIn, cancellationToken).ConfigureAwait(false)
                    : await ConformStep.RunAsync(load, file, cancellationToken).ConfigureAwait(false);
                load.Add(file, await GuardStep.AfterAsync(load, file, outcome, cancellationToken).ConfigureAwait(false));
            }

            await ReviewStep.AtEndAsync(load, cancellationToken).ConfigureAwait(false);
            return await PublishStep.RunAsync(load, cancellationToken).ConfigureAwait(false);
        }
    }
}
