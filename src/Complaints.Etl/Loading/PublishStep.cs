using Complaints.Etl.Assign;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Loading;

/// <summary>Publishes what was staged, or shows it in a dry run, and says what came of the load.</summary>
internal static class PublishStep
{
    internal static async Task<LoadOutcome> RunAsync(LoadContext load, CancellationToken cancellationToken)
    {
        WorklistSummary worklist = await WorklistReader.ReadAsync(load.Session, cancellationToken).ConfigureAwait(false);
        ReviewOutcome? review = load.Review?.Outcome();
        var publishing = new Stopped(load.Clock);
        PublishResult? published = load.Request.DryRun
            ? null
            : await publishing.TimeAsync(() => PublishAsync(load, cancellationToken)).ConfigureAwait(false);
        IReadOnlyDictionary<string, long>? inDoubt = published?.StagesInDoubt;
        if (inDoubt is null)
        {
            LoadLog.DryRun(load.Log, load.Set.Name);
            inDoubt = await load.Session.StagesInDoubtAsync(new LoadSummary(load.Summaries), cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<FileOutcome> files = load.Outcomes;
        return new LoadOutcome
        {
            LoadId = load.Session.LoadId,
            LoadSet = load.Set.Name,
            ExtractDate = load.Set.ExtractDate,
            DryRun = load.Request.DryRun,
            Files = files,
            Plan = files.Aggregate(MergeCounts.None, (sum, file) => sum.Plus(file.Plan)),
            Worklist = worklist,
            Review = review,
            Notices =
            [
                .. LoadNotices.Of(review),
                .. load.Guard.Noted.Select(LoadNotices.Of),
                .. files.SelectMany(LoadNotices.Of),
                .. LoadNotices.Of(inDoubt),
            ],
            Reconciliation = published?.Controls ?? [.. files.Select(Control)],
            Published = published,
            PublishTime = publishing.Total,
        };
    }

    private static async Task<PublishResult> PublishAsync(LoadContext load, CancellationToken cancellationToken)
    {
        load.Report(new LoadProgress(LoadPhase.Publishing, "", load.Files.Count, load.Files.Count, 0, null));
        var summary = new LoadSummary(load.Summaries) { PseudonymKeyFingerprint = load.Residents is null ? null : load.Key.Fingerprint() };
        load.Key.Keep();
        PublishResult published = await load.Session.CommitAsync(summary, cancellationToken).ConfigureAwait(false);
        LoadLog.Published(load.Log, published.LoadId, published.Generation);
        foreach (FileOutcome file in load.Outcomes)
        {
            LoadMetrics.Count(file);
        }

        return published;
    }

    private static ReconciliationControl Control(FileOutcome file) => new(
        $"{file.FileName}: rows read = loaded + unchanged + quarantined",
        file.RowsRead,
        file.RowsLoaded + file.RowsUnchanged + file.RowsQuarantined);
}
