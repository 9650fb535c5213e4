using Complaints.Etl.Assign;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;
using Microsoft.Extensions.Logging;

namespace Complaints.Etl.Loading;

/// <summary>One load, from its session to what came of it.</summary>
internal sealed class LoadRun(
    ILoadSession session,
    TimeProvider clock,
    PseudonymKey key,
    LoadSet set,
    LoadRequest request,
    LoadGuard guard,
    Action<LoadProgress> report,
    ILogger log)
{
    private readonly List<FileOutcome> _outcomes = [];
    private readonly List<LoadFileSummary> _summaries = [];

    internal async Task<LoadOutcome> RunAsync(
        FilePreparation files,
        IReadOnlyList<PreparedFile> prepared,
        IReadOnlyDictionary<string, BuiltInFile> builtIn,
        ReviewedFile? reviewed,
        CancellationToken cancellationToken)
    {
        await CheckAgeAsync(prepared, cancellationToken).ConfigureAwait(false);
        PreparedFile? residents = ResidentsKey.FirstWith(prepared);
        if (residents is not null)
        {
            await ResidentsKey.CheckAsync(session, key, guard, residents, cancellationToken).ConfigureAwait(false);
        }

        var loader = new TargetLoader(session, clock, key, set.ExtractDate, files, guard) { Review = reviewed, Replay = request.Replay };
        ReviewedFile? toAccept = reviewed;
        int next = 0;
        for (int i = 0; i < set.Files.Count; i++)
        {
            LoadSetEntry entry = set.Files[i];
            if (entry.Mapping is null)
            {
                await LoadBuiltInAsync(builtIn[entry.DataPath], cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (prepared[next].Mapping.Landlord is { ThroughProperty: true })
            {
                await AcceptAsync(toAccept, cancellationToken).ConfigureAwait(false);
                toAccept = null;
            }

            await LoadFileAsync(loader, prepared[next++], i + 1, cancellationToken).ConfigureAwait(false);
        }

        await AcceptAsync(toAccept, cancellationToken).ConfigureAwait(false);
        return await FinishAsync(reviewed?.Outcome(), residents is not null, cancellationToken).ConfigureAwait(false);
    }

    // All files of a load set are of one day: the first that is too old speaks for the others.
    private async Task CheckAgeAsync(IReadOnlyList<PreparedFile> files, CancellationToken cancellationToken)
    {
        foreach (PreparedFile file in files)
        {
            DateOnly? newest = await SourceLoads.DayAsync(session.QueryAsync(SourceLoads.Newest(file.Mapping), cancellationToken), cancellationToken).ConfigureAwait(false);
            if (guard.CheckAge(file, set.ExtractDate, newest))
            {
                return;
            }
        }
    }

    // Decisions come after the registers of the same load, whose homes they name, and before the rows that are matched by them. Their own
    // fate is not a fate of rows of the extract.
    private async Task AcceptAsync(ReviewedFile? file, CancellationToken cancellationToken)
    {
        IReadOnlyList<PropertyReferenceRow> reviewed =
            file?.Accept(await HomeIndexReader.ReadNamesAsync(session, cancellationToken).ConfigureAwait(false)) ?? [];
        if (reviewed.Count == 0)
        {
            return;
        }

        string path = file!.Path;
        await session.AppendAsync(reviewed, cancellationToken).ConfigureAwait(false);
        MergeScope scope = ReviewedReferences.Scope(path);
        MergeCounts counts = await session.MergeAsync<PropertyReferenceRow>(scope, cancellationToken).ConfigureAwait(false);
        _summaries.Add(new LoadFileSummary
        {
            FileName = scope.FileName,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false))),
            Bytes = new FileInfo(path).Length,
            SourceSystem = scope.SourceSystem,
            MappingId = "reviewed",
            MappingHash = "reviewed",
            Target = "property_reference",
            Mode = LoadMode.Incremental,
            RowsRead = reviewed.Count,
            RowsLoaded = counts.SourceRowsLoaded,
            RowsUnchanged = counts.SourceRowsUnchanged,
            RowsQuarantined = 0,
            AcceptedReferences = scope.FileName,
        });
    }

    private async Task LoadFileAsync(TargetLoader loader, PreparedFile file, int number, CancellationToken cancellationToken)
    {
        using System.Diagnostics.Activity? trace = LoadMetrics.Traces.StartActivity("load file");
        trace?.SetTag("target", file.Mapping.TargetName);
        FileOutcome outcome = await loader.LoadAsync(
            file,
            (phase, rows) => report(new LoadProgress(phase, file.Info.FileName, number, set.Files.Count, rows, file.Scan.Rows)),
            cancellationToken).ConfigureAwait(false);
        guard.CheckWithdrawals(file, outcome);
        if (file.Mapping.Target is LoadTarget.Stage or LoadTarget.Complaint
            && await OtherSources.ReadAsync(session, file.Mapping.System, cancellationToken).ConfigureAwait(false) is OtherSources others)
        {
            guard.CheckOtherSources(file, outcome, others);
            outcome = outcome with { StagesKnownElsewhere = others.Stages, OtherSource = others.System };
        }

        Add(outcome, new LoadFileSummary
        {
            FileName = outcome.FileName,
            Sha256 = file.Info.Sha256,
            Bytes = file.Info.Bytes,
            SourceSystem = file.Mapping.System,
            MappingId = file.Mapping.Id,
            MappingHash = file.Mapping.Sha256,
            Target = outcome.Target,
            Mode = file.Mode,
            RowsRead = outcome.RowsRead,
            RowsLoaded = outcome.RowsLoaded,
            RowsUnchanged = outcome.RowsUnchanged,
            RowsQuarantined = outcome.RowsQuarantined,
            AcceptedReferences = request.AcceptedReferences is string path ? Path.GetFileName(path) : null,
            Corrections = outcome.CorrectedByRule,
        });
    }

    private async Task LoadBuiltInAsync(BuiltInFile file, CancellationToken cancellationToken)
    {
        FileOutcome outcome = await new BuiltInLoader(session, clock).LoadAsync(file, cancellationToken).ConfigureAwait(false);
        Add(outcome, BuiltInLoader.Summary(file, outcome));
    }

    private void Add(FileOutcome outcome, LoadFileSummary summary)
    {
        _outcomes.Add(outcome);
        _summaries.Add(summary);
        LoadLog.FileDone(log, outcome.FileName, outcome.RowsRead, outcome.RowsLoaded, outcome.RowsUnchanged, outcome.RowsQuarantined);
    }

    private async Task<LoadOutcome> FinishAsync(ReviewOutcome? review, bool hasResidents, CancellationToken cancellationToken)
    {
        WorklistSummary worklist = await WorklistReader.ReadAsync(session, cancellationToken).ConfigureAwait(false);
        PublishResult? published = null;
        var publishing = new Stopped(clock);
        if (request.DryRun)
        {
            LoadLog.DryRun(log, set.Name);
        }
        else
        {
            report(new LoadProgress(LoadPhase.Publishing, "", set.Files.Count, set.Files.Count, 0, null));
            var summary = new LoadSummary(_summaries) { PseudonymKeyFingerprint = hasResidents ? key.Fingerprint() : null };
            key.Keep();
            published = await publishing.TimeAsync(() => session.CommitAsync(summary, cancellationToken)).ConfigureAwait(false);
            LoadLog.Published(log, published.LoadId, published.Generation);
            _outcomes.ForEach(LoadMetrics.Count);
        }

        return new LoadOutcome
        {
            LoadId = session.LoadId,
            LoadSet = set.Name,
            ExtractDate = set.ExtractDate,
            DryRun = request.DryRun,
            Files = _outcomes,
            Plan = _outcomes.Aggregate(MergeCounts.None, (sum, file) => sum.Plus(file.Plan)),
            Worklist = worklist,
            Review = review,
            Notices = [.. LoadNotices.Of(review), .. guard.Noted.Select(LoadNotices.Of), .. _outcomes.SelectMany(LoadNotices.Of)],
            Reconciliation = published?.Controls ?? [.. _outcomes.Select(Control)],
            Published = published,
            PublishTime = publishing.Total,
        };
    }

    private static ReconciliationControl Control(FileOutcome file) => new(
        $"{file.FileName}: rows read = loaded + unchanged + quarantined",
        file.RowsRead,
        file.RowsLoaded + file.RowsUnchanged + file.RowsQuarantined);
}
