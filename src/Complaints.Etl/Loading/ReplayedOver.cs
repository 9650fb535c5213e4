using System.Data.Common;
using Complaints.Domain.Errors;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>A mended row that took another case's reference: it would overwrite a case that its own extract states beside it.</summary>
/// <param name="Line">The row's line in the mended export.</param>
/// <param name="CaseReference">The reference that it was given.</param>
internal sealed record ReplayedOver(long Line, string CaseReference)
{
    /// <summary>The first such row of the file just merged; null without one.</summary>
    internal static async Task<ReplayedOver?> ReadAsync(LoadContext load, LoadFile file, CancellationToken cancellationToken)
    {
        NamedQuery query = NamedQuery.Of(
            "loading/replayed_over", ("source_system", file.Mapping.System), ("load", load.Session.LoadId));
        DbDataReader rows = await load.Session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? new ReplayedOver(rows.GetInt64(0), rows.GetString(1))
                : null;
        }
    }

    /// <summary>The refusal of the mended export.</summary>
    internal UserException Refusal(string path) => new(
        $"The mended row was given the reference '{CaseReference}', under which its own extract has another row: it would take that case's place.",
        FormattableString.Invariant($"{path}, line {Line}"),
        "the reference of the row's own case",
        "look the reference up at its source; where both rows are one case, dismiss the entry of this one");
}
