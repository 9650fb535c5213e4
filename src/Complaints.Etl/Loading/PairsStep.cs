using Complaints.Etl.Conform;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>
/// Finds out whether references of a source are pairs of numbers, where a file has some that read like dates: in the other files of the
/// load, and in what is loaded. Most files have no such reference, and then nothing is read.
/// </summary>
internal static class PairsStep
{
    internal static async Task<IReadOnlyList<DateLikeReferences>> ReadAsync(
        LoadContext load, LoadFile file, CancellationToken cancellationToken)
    {
        DateLikeReferences[] references = [.. file.Scan.References.Where(field => field.Dates > 0)];
        foreach (DateLikeReferences field in references)
        {
            foreach (DateLikeReferences other in load.Files
                .Where(other => other != file && !other.IsBuiltIn && other.Mapping.System == file.Mapping.System)
                .SelectMany(other => other.Scan.References)
                .Where(other => other.Field.Field.Name == field.Field.Field.Name))
            {
                field.AddPairs(other.HasPairs, other.HasShortPairs);
            }

            if (!field.HasShortPairs)
            {
                await AddLoadedAsync(load, file, field, cancellationToken).ConfigureAwait(false);
            }
        }

        return references;
    }

    private static async Task AddLoadedAsync(
        LoadContext load, LoadFile file, DateLikeReferences field, CancellationToken cancellationToken)
    {
        NamedQuery query = NamedQuery.Of(
            "loading/paired_references", ("source_system", file.Mapping.System), ("field", field.Field.Field.Name));
        var rows = await load.Session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                field.AddPairs(any: true, rows.GetBoolean(0));
            }
        }
    }
}
