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
internal sealed class StageStep<TRow>(LoadContext load, LoadFile file, ConformContext context, RowConformer<TRow> rows)
    where TRow : IWarehouseRow
{
    // Rows under way are what every garbage collection keeps and moves; with a quarter of the rows and half the batches it pauses a fifth
    // as long.
    private const int BatchRows = 1024;
    private const int QueuedBatches = 2;

    private readonly Stopped _extract = new(load.Clock);
    private readonly Stopped _conform = new(load.Clock);
    private readonly Stopped _append = new(load.Clock);
    private readonly Stopped _merge = new(load.Clock);

    private readonly RuleTally _tally = new();
    private readonly ReplayedRows? _replayed = load.Request.Replay ? new ReplayedRows(file.Info.Header) : null;

    private readonly long _alikeBefore = context.References?.LetThrough ?? 0;
    private readonly long _residentsBefore = context.Residents.Alike;
    private long _read;
    private long _heldBack;
    private long _keyless;
    private IReadOnlyDictionary<string, long> _leftOut = new Dictionary<string, long>();

    internal async Task<FileOutcome> RunAsync(CancellationToken cancellationToken)
    {
        await PumpAsync(cancellationToken).ConfigureAwait(false);
        CheckWhole();
        Report(LoadPhase.Merging);
        return await MergeAsync(cancellationToken).ConfigureAwait(false);
    }

    private void CheckWhole()
    {
        if (_read != file.Scan.Rows)
        {
            throw Refusal.Of(
                file.Path,
                FormattableString.Invariant($"The file changed while it was loaded: it had {file.Scan.Rows:N0} rows and now {_read:N0}."),
                "a file that nobody writes to",
                "wait until the export is complete, and load it again");
        }

        if (load.Guard.HeldBack(file.Path).CheckAtEnd(_read, _heldBack, _tally) is UserException refusal)
        {
            load.Guard.Refuse(LoadAllowance.HeldBack, refusal);
        }
    }

    private async Task<FileOutcome> MergeAsync(CancellationToken cancellationToken)
    {
        ILoadSession session = load.Session;
        MappingFile mapping = file.Mapping;
        var scope = new MergeScope(mapping.System, file.Mode, file.Info.FileName)
        {
            // Of files that together are a full extract, the last withdraws what none of them has.
            StatesWholeCases = mapping is { Target: LoadTarget.Complaint, Mode: LoadMode.Incremental },
            TakesOver = load.Request.Allow.HasFlag(LoadAllowance.OtherSource),
        };
        MergeCounts held = await _merge.TimeAsync(() => session.MergeAsync<QuarantineRow>(scope, cancellationToken)).ConfigureAwait(false);
        MergeCounts counts = await _merge.TimeAsync(() => session.MergeAsync<TRow>(scope, cancellationToken)).ConfigureAwait(false);
        if (_replayed is ReplayedRows replayed)
        {
            await session.SettleAsync(scope, mapping.TargetName, replayed.Entries, cancellationToken).ConfigureAwait(false);
        }

        _tally.Corrected(RuleCatalogue.RestatedRow, counts.Changed);
        _tally.Corrected(RuleCatalogue.LeftOut, file.Scan.LeftOut);
        return new FileOutcome
        {
            FileName = file.Info.FileName,
            MappingId = mapping.Id,
            Target = mapping.TargetName,
            RowsRead = _read,
            RowsLoaded = counts.SourceRowsLoaded,
            RowsUnchanged = counts.SourceRowsUnchanged,
            RowsQuarantined = _heldBack,
            RowsStanding = held.SourceRowsUnchanged,
            RowsWithoutKey = _keyless,
            RowsLeftOut = _leftOut,
            RowsOnlyAlike = (context.References?.LetThrough ?? 0) - _alikeBefore,
            ResidentsAlike = context.Residents.Alike - _residentsBefore,
            DateLikeColumn = context.DateLike.FirstOrDefault(of => of is { All: > 1, HasPairs: false } && of.Dates == of.All)?.Field.Column,
            QuarantinedByRule = _tally.QuarantinedByRule(),
            CorrectedByRule = _tally.CorrectedByRule(),
            CorrectedLines = _tally.CorrectedLines(),
            Clocks = rows.Clocks,
            AbsentFields = _read > _heldBack ? rows.Absent : [],
            Plan = counts,
            Times = new FileTimes(file.ScanTime, _extract.Total, _conform.Total, _append.Total, _merge.Total),
        };
    }

    // Reading, conforming and appending run side by side over short queues.
    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<IReadOnlyList<TableRow>> read = Queue<IReadOnlyList<TableRow>>();
        Channel<ConformedBatch<TRow>> conformed = Queue<ConformedBatch<TRow>>();
        Task reading = Task.Run(() => EndAsync(read.Writer, ReadAsync(read.Writer, stop.Token)), stop.Token);
        Task conforming = Task.Run(() => EndAsync(conformed.Writer, ConformAsync(read.Reader, conformed.Writer, stop.Token)), stop.Token);
        try
        {
            await AppendAsync(conformed.Reader, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            // Whatever failed, the other two must not run on over a session that is being disposed.
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(reading, conforming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Whoever reads the queue learns why it ended.
    private static async Task EndAsync<T>(ChannelWriter<T> queue, Task work)
    {
        Exception? failure = null;
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        finally
        {
            queue.Complete(failure);
        }
    }

    private async Task ReadAsync(ChannelWriter<IReadOnlyList<TableRow>> into, CancellationToken cancellationToken)
    {
        ITable table = await TableFile.ReopenAsync(file.Info, file.Mapping.Read, cancellationToken).ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            table.ReadDaysIn(file.Scan.DayColumns);
            table.TellDaysIn(file.Scan.ReferenceColumns);
            while (
                await _extract.TimeAsync(
                    () => table.ReadAsync(BatchRows, cancellationToken).AsTask()).ConfigureAwait(false) is { Count: > 0 } batch)
            {
                await into.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ConformAsync(
        ChannelReader<IReadOnlyList<TableRow>> from, ChannelWriter<ConformedBatch<TRow>> into, CancellationToken cancellationToken)
    {
        var conformer = new FileConformer<TRow>(load, file, context, rows, _replayed, _tally);
        HeldBackLimit limit = load.Guard.HeldBack(file.Path);
        long read = 0;
        long heldBack = 0;
        await foreach (IReadOnlyList<TableRow> batch in from.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            ConformedBatch<TRow> conformed = _conform.Time(() => conformer.Conform(batch));
            read += conformed.Read;
            heldBack += conformed.HeldBack.Count;
            limit.Check(read, heldBack, _tally);
            await into.WriteAsync(conformed, cancellationToken).ConfigureAwait(false);
        }

        _leftOut = conformer.LeftOut;
    }

    private async Task AppendAsync(ChannelReader<ConformedBatch<TRow>> from, CancellationToken cancellationToken)
    {
        await foreach (ConformedBatch<TRow> batch in from.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            await _append.TimeAsync(() => load.Session.AppendAsync(batch.Rows, cancellationToken)).ConfigureAwait(false);
            if (batch.HeldBack.Count > 0)
            {
                await _append.TimeAsync(() => load.Session.AppendAsync(batch.HeldBack, cancellationToken)).ConfigureAwait(false);
            }

            _read += batch.Read;
            _heldBack += batch.HeldBack.Count;
            _keyless += batch.HeldBack.Count(row => row.RowKey is null);
            Report(LoadPhase.Loading);
        }
    }

    private void Report(LoadPhase phase) =>
        load.Report(new LoadProgress(phase, file.Info.FileName, file.Number, load.Files.Count, _read, file.Scan.Rows));

    private static Channel<T> Queue<T>() => Channel.CreateBounded<T>(new BoundedChannelOptions(QueuedBatches)
    {
        SingleReader = true,
        SingleWriter = true,
    });
}
