using Complaints.Etl.Conform;
using Complaints.Etl.Mapping;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>Adds the references that earlier loads brought of a source to those of its files.</summary>
internal static class KnownReferences
{
    /// <summary>
    /// The references of a file's source, with those loaded before; null where none are compared. Two of one form need one that is not
    /// written in it: most files and warehouses have none, and then nothing is read. What is only alike counts twice only where the other
    /// stays: a full file withdraws it, and an incremental one of stages has read them all.
    /// </summary>
    internal static async Task<ReferenceForms?> ReadAsync(LoadContext load, LoadFile file, CancellationToken cancellationToken)
    {
        if (CountedReference.Of(file.Mapping.Target) is null || load.Request.Allow.HasFlag(LoadAllowance.SimilarReferences))
        {
            return null;
        }

        ReferenceForms references = load.ReferencesOf(file);
        if (references.TryBeginKnown())
        {
            await AddAsync(load, file, references, cancellationToken).ConfigureAwait(false);
            if (references.Part is ReferenceForms part)
            {
                await AddAsync(load, file, part, cancellationToken).ConfigureAwait(false);
            }
        }

        return references;
    }

    private static async Task AddAsync(LoadContext load, LoadFile file, ReferenceForms references, CancellationToken cancellationToken)
    {
        bool all = references.AnyUnusual || file.Mapping is { Mode: LoadMode.Incremental, Target: not LoadTarget.Stage };
        var query = NamedQuery.Of(
            "loading/known_references",
            ("kind", references.Counted.Kind),
            ("source_system", file.Mapping.System),
            ("any_form", all));
        var rows = await load.Session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                string? within = references.Counted.Within is null ? null : rows.GetString(2);
                DateOnly? day = rows.IsDBNull(1) ? null : rows.GetFieldValue<DateOnly>(1);
                references.AddKnown(new QualifiedReference(within, rows.GetString(0)), day);
            }
        }
    }
}
