using Complaints.Domain;
using Complaints.Domain.Storage;
using Complaints.Etl.Assign;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Loading;

/// <summary>
/// Accepts a person's decisions: after the registers of the same load, whose homes they name, and before the rows that are matched by them.
/// Their own fate is not a fate of rows of the extract.
/// </summary>
internal static class ReviewStep
{
    internal static Task BeforeAsync(LoadContext load, LoadFile file, CancellationToken cancellationToken) =>
        file.IsAssigned && load.Files.First(other => other.IsAssigned) == file ? AcceptAsync(load, cancellationToken) : Task.CompletedTask;

    internal static Task AtEndAsync(LoadContext load, CancellationToken cancellationToken) =>
        load.Files.Any(file => file.IsAssigned) ? Task.CompletedTask : AcceptAsync(load, cancellationToken);

    private static async Task AcceptAsync(LoadContext load, CancellationToken cancellationToken)
    {
        if (load.Review is not ReviewedFile review)
        {
            return;
        }

        IReadOnlySet<(string, string)> homes = await HomeIndexReader.ReadNamesAsync(load.Session, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<PropertyReferenceRow> accepted = review.Accept(homes);
        if (accepted.Count == 0)
        {
            return;
        }

        await load.Session.AppendAsync(accepted, cancellationToken).ConfigureAwait(false);
        MergeScope scope = ReviewedReferences.Scope(review.Path);
        MergeCounts counts = await load.Session.MergeAsync<PropertyReferenceRow>(scope, cancellationToken).ConfigureAwait(false);
        byte[] content = RegularFile.ReadAllBytes(review.Path, Limits.FileBytes);
        load.Add(new LoadFileSummary
        {
            FileName = scope.FileName,
            Sha256 = Sha256Hex.Of(content),
            Bytes = content.Length,
            SourceSystem = scope.SourceSystem,
            MappingId = "reviewed",
            MappingHash = "reviewed",
            Target = "property_reference",
            Mode = LoadMode.Incremental,
            RowsRead = accepted.Count,
            RowsLoaded = counts.SourceRowsLoaded,
            RowsUnchanged = counts.SourceRowsUnchanged,
            RowsQuarantined = 0,
            AcceptedReferences = scope.FileName,
        });
    }
}
