using System.Threading.Channels;
using Complaints.Domain.Errors;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rows;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;
using Complaints.Etl.Quarantine;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Loading;

/// <summary>
/// Brings one file into a session: reading, conforming and appending run side by side, handing batches on through short queues, so that
/// memory stays bounded whatever the file's size.
/// </summary>
internal sealed class FileLoader<TRow>(ILoadSession session, LoadGuard guard, TimeProvider clock)
    where TRow : IWarehouseRow
{
    // Rows under way are what every garbage collection keeps and moves; with a quarter of the rows and half the batches it pauses a fifth as long.
    private const int BatchRows = 1024;
    private const int QueuedBatches = 2;

    private readonly Stopped _extract = new(clock);
    private readonly Stopped _conform = new(clock);
    private readonly Stopped _append = new(clock);
    private readonly Stopped _merge = new(clock);

    internal async Task<FileOutcome> LoadAsync(
        PreparedFile file,
        ConformContext context,
        RowConformer<TRow> rows,
        Action<LoadPhase, long> report,
        CancellationToken cancellationToken)
    {
        var tally = new RuleTally();
        var conformer = new FileConformer<TRow>(rows, context, file.Scan.Copies, tally);
        (long read, long rejected, long keyless) = await PumpAsync(file, conformer, tally, report, cancellationToken).ConfigureAwait(false);
        if (read != file.Scan.Rows)
        {
            throw Refusal.Of(
                file.Path,
                FormattableString.Invariant($"The file changed while it was loaded: it had {file.Scan.Rows:N0} rows and now {read:N0}."),
                "a file that nobody writes to",
                "wait until the export is complete, and load it again");
        }

        if (guard.HeldBack(file.Path).CheckAtEnd(read, rejected, tally) is UserException refusal)
        {
            guard.Refuse(LoadAllowance.HeldBack, refusal);
        }

        report(LoadPhase.Merging, read);
        MappingFile mapping = file.Mapping;
        var scope = new MergeScope(mapping.System, file.Mode, file.Info.FileName)
        {
            // Of files that together are a full extract, the last withdraws what none of them has.
            StatesWholeCases = mapping is { Target: LoadTarget.Complaint, Mode: LoadMode.Incremental },
        };
        MergeCounts held = await _merge.TimeAsync(() => session.MergeAsync<QuarantineRow>(scope, cancellationToken)).ConfigureAwait(false);
        MergeCounts counts = await _merge.TimeAsync(() => session.MergeAsync<TRow>(scope, cancellationToken)).ConfigureAwait(false);
        if (context.Replayed is ReplayedRows replayed)
        {
            await session.SettleAsync(scope, mapping.TargetName, replayed.Entries, cancellationToken).ConfigureAwait(false);
        }

        tally.Corrected(RuleCatalogue.RestatedRow, counts.Changed);
        return new FileOutcome
        {
            FileName = file.Info.FileName,
            MappingId = file.Mapping.Id,
            Target = file.Mapping.TargetName,
            RowsRead = read,
            RowsLoaded = counts.SourceRowsLoaded,
            RowsUnchanged = counts.SourceRowsUnchanged,
            RowsQuarantined = rejected,
            RowsStanding = held.SourceRowsUnchanged,
            RowsWithoutKey = keyless,
            QuarantinedByRule = tally.QuarantinedByRule(),
            CorrectedByRule = tally.CorrectedByRule(),
            CorrectedLines = tally.CorrectedLines(),
            Plan = counts,
            Times = new FileTimes(file.ScanTime, _extract.Total, _conform.Total, _append.Total, _merge.Total),
        };
    }

    private async Task<(long Read, long Rejected, long Keyless)> PumpAsync(
        PreparedFile file,
        FileConformer<TRow> conformer,
        RuleTally tally,
        Action<LoadPhase, long> report,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<IReadOnlyList<TableRow>> read = Queue<IReadOnlyList<TableRow>>();
        Channel<ConformedBatch<TRow>> conformed = Queue<ConformedBatch<TRow>>();
        HeldBackLimit limit = guard.HeldBack(file.Path);
        Task reading = Task.Run(() => ReadAsync(file, read.Writer, stop.Token), stop.Token);
        Task conforming = Task.Run(() => ConformAsync(conformer, (rows, heldBack) => limit.Check(rows, heldBack, tally), read.Reader, conformed.Writer, stop.Token), stop.Token);
        try
        {
            return await AppendAsync(conformed.Reader, report, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            // Whatever failed, the other two must not run on over a session that is being disposed.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(reading, conforming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(PreparedFile file, ChannelWriter<IReadOnlyList<TableRow>> into, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            ITable table = await TableFile.ReopenAsync(file.Info, file.Mapping.Read, cancellationToken).ConfigureAwait(false);
            await using (table.ConfigureAwait(false))
            {
                while (await _extract.TimeAsync(() => table.ReadAsync(BatchRows, cancellationToken).AsTask()).ConfigureAwait(false) is { Count: > 0 } batch)
                {
                    await into.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            into.Complete(failure);
        }
    }

    private async Task ConformAsync(
        FileConformer<TRow> conformer,
        Action<long, long> check,
        ChannelReader<IReadOnlyList<TableRow>> from,
        ChannelWriter<ConformedBatch<TRow>> into,
        CancellationToken cancellationToken)
    {
        Exception? failure = null;
        long read = 0;
        long heldBack = 0;
        try
        {
            await foreach (IReadOnlyList<TableRow> batch in from.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                ConformedBatch<TRow> conformed = _conform.Time(() => conformer.Conform(batch));
                read += conformed.Read;
                heldBack += conformed.Rejects.Count;
                check(read, heldBack);
                await into.WriteAsync(conformed, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            into.Complete(failure);
        }
    }

    private async Task<(long Read, long Rejected, long Keyless)> AppendAsync(
        ChannelReader<ConformedBatch<TRow>> from,
        Action<LoadPhase, long> report,
        CancellationToken cancellationToken)
    {
        long read = 0;
        long rejected = 0;
        long keyless = 0;
        await foreach (ConformedBatch<TRow> batch in from.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            await _append.TimeAsync(() => session.AppendAsync(batch.Rows, cancellationToken)).ConfigureAwait(false);
            if (batch.Rejects.Count > 0)
            {
                await _append.TimeAsync(() => session.AppendAsync(batch.Rejects, cancellationToken)).ConfigureAwait(false);
            }

            read += batch.Read;
            rejected += batch.Rejects.Count;
            keyless += batch.Rejects.Count(row => row.RowKey is null);
            report(LoadPhase.Loading, read);
        }

        return (read, rejected, keyless);
    }

    private static Channel<T> Queue<T>() => Channel.CreateBounded<T>(new BoundedChannelOptions(QueuedBatches)
    {
        SingleReader = true,
        SingleWriter = true,
    });
}
