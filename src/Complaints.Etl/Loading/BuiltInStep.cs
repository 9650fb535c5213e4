using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;
using Complaints.Etl.Conform;
using Complaints.Etl.Mapping;
using Complaints.Etl.Rsh;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Loading;

/// <summary>Loads files whose layout is known without a mapping: the regulator's workbook of published figures.</summary>
internal static class BuiltInStep
{
    private const string Target = "published_measure";

    /// <summary>Reads the file before the warehouse is touched.</summary>
    /// <exception cref="UserException">Not a known layout, or not a sound file of it.</exception>
    internal static async Task<BuiltInFile> ReadAsync(LoadSetEntry entry, CancellationToken cancellationToken)
    {
        if (entry.BuiltIn != RshPublication.BuiltInMapping)
        {
            throw new UserException(
                $"'{entry.BuiltIn}' is no built-in layout.",
                entry.DataPath,
                RshPublication.BuiltInMapping,
                "use this name, or write a mapping file");
        }

        RshPublication publication = await RshPublishedMeasures.ReadAsync(entry.DataPath, cancellationToken).ConfigureAwait(false);
        FileStream file = RegularFile.OpenRead(entry.DataPath, Limits.FileBytes);
        await using (file.ConfigureAwait(false))
        {
            string sha256 = await Sha256Hex.OfAsync(file, cancellationToken).ConfigureAwait(false);
            return new BuiltInFile(entry.DataPath, publication, sha256, file.Length);
        }
    }

    internal static async Task<FileOutcome> RunAsync(LoadContext load, BuiltInFile file, CancellationToken cancellationToken)
    {
        ILoadSession session = load.Session;
        RshPublication publication = file.Publication;
        string name = Path.GetFileName(file.Path);
        SourceStatements standing = await StatementsStep.StandingAsync(
            load, LoadTarget.PublishedMeasure, cancellationToken).ConfigureAwait(false);
        publication = publication.Without(row => standing.Contradiction(RshPublication.Publisher, Statements.Of(row)));
        var scope = new MergeScope(RshPublication.Publisher, LoadMode.Incremental, name)
        {
            TakesOver = load.Request.Allow.HasFlag(LoadAllowance.OtherSource),
        };
        var append = new Stopped(load.Clock);
        var merge = new Stopped(load.Clock);
        await append.TimeAsync(() => session.AppendAsync(publication.Measures, cancellationToken)).ConfigureAwait(false);
        await append.TimeAsync(() => session.AppendAsync(publication.HeldBack, cancellationToken)).ConfigureAwait(false);
        await merge.TimeAsync(() => session.MergeAsync<QuarantineRow>(scope, cancellationToken)).ConfigureAwait(false);
        MergeCounts counts = await merge.TimeAsync(
            () => session.MergeAsync<PublishedMeasureRow>(scope, cancellationToken)).ConfigureAwait(false);
        return new FileOutcome
        {
            FileName = name,
            MappingId = RshPublication.BuiltInMapping,
            Target = Target,
            RowsRead = publication.Measures.Count + publication.HeldBack.Count,
            RowsLoaded = counts.SourceRowsLoaded,
            RowsUnchanged = counts.SourceRowsUnchanged,
            RowsQuarantined = publication.HeldBack.Count,
            QuarantinedByRule = publication.HeldBack.CountBy(row => row.RuleId).ToDictionary(pair => pair.Key, pair => (long)pair.Value),
            CorrectedByRule = new Dictionary<string, long>(),
            CorrectedLines = new Dictionary<string, IReadOnlyList<long>>(),
            Plan = counts,
            Times = new FileTimes(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, append.Total, merge.Total),
        };
    }

    internal static LoadFileSummary Summary(BuiltInFile file, FileOutcome outcome) => new()
    {
        FileName = outcome.FileName,
        Sha256 = file.Sha256,
        Bytes = file.Bytes,
        SourceSystem = RshPublication.Publisher,
        MappingId = outcome.MappingId,
        MappingHash = outcome.MappingId,
        Target = Target,
        Mode = LoadMode.Incremental,
        RowsRead = outcome.RowsRead,
        RowsLoaded = outcome.RowsLoaded,
        RowsUnchanged = outcome.RowsUnchanged,
        RowsQuarantined = outcome.RowsQuarantined,
    };
}
