using System.Data.Common;
using System.Globalization;
using Complaints.Domain;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>
/// A source whose full extracts became smaller bit by bit: each withdraws too little to be refused, and all together they are what a
/// single one is refused for.
/// </summary>
/// <param name="Sizes">Rows of its last full extracts from the largest one on, oldest first; the last is this load's.</param>
public sealed record ShrunkSource(IReadOnlyList<long> Sizes)
{
    /// <summary>Whether a source shrank by more than a single extract may withdraw; null where it did not.</summary>
    /// <param name="load">The load, with the outcomes of its files before.</param>
    /// <param name="file">The last file of its source and target.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    internal static async Task<ShrunkSource?> ReadAsync(
        LoadContext load, LoadFile file, FileOutcome outcome, CancellationToken cancellationToken)
    {
        // What withdraws too much by itself is refused, or was allowed.
        (long withdrawn, long known) = (outcome.Plan.Withdrawn, outcome.Plan.CurrentBefore);
        if (file.Mode != LoadMode.Full || withdrawn == 0 || withdrawn * 100 > known * Limits.WithdrawnPercent)
        {
            return null;
        }

        List<long> sizes = await SizesAsync(load, file, cancellationToken).ConfigureAwait(false);
        sizes.Add(outcome.RowsRead + load.Summaries
            .Where(earlier => earlier.SourceSystem == file.Mapping.System && earlier.Target == file.Mapping.TargetName)
            .Sum(earlier => earlier.RowsRead));
        int largest = sizes.LastIndexOf(sizes.Max());
        (long before, long now) = (sizes[largest], sizes[^1]);
        return before - now > Limits.WithdrawnAtLeast && (before - now) * 100 > before * Limits.WithdrawnPercent
            ? new ShrunkSource(sizes[largest..])
            : null;
    }

    /// <summary>The sizes in words.</summary>
    internal string Told() => string.Join(" → ", Sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)));

    private static async Task<List<long>> SizesAsync(LoadContext load, LoadFile file, CancellationToken cancellationToken)
    {
        NamedQuery query = NamedQuery.Of(
            "loading/full_extract_sizes",
            ("source_system", file.Mapping.System),
            ("target", file.Mapping.TargetName),
            ("most", Limits.ShrinkLoads));
        DbDataReader rows = await load.Session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            List<long> sizes = [];
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                sizes.Add(rows.GetInt64(1));
            }

            return sizes;
        }
    }
}
