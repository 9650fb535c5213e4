using System.Data.Common;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>Complaint stages that two source systems give: the same landlord, reference, stage and day of receipt.</summary>
/// <param name="System">The other system that gives most of them.</param>
/// <param name="Stages">Stages that both give.</param>
/// <param name="NewRows">Rows that this load adds, of which the other system gave a stage before.</param>
internal sealed record OtherSources(string System, long Stages, long NewRows)
{
    /// <summary>What another system gives of the stages that a system gives; null where none gives any.</summary>
    internal static async Task<OtherSources?> ReadAsync(ILoadSession session, string system, CancellationToken cancellationToken)
    {
        // Most warehouses have one system with complaints, and then there is nothing to join.
        var any = NamedQuery.Of("loading/any_other_source", ("source_system", system));
        if (await FirstAsync(session, any, row => row.GetString(0), cancellationToken).ConfigureAwait(false) is null)
        {
            return null;
        }

        OtherSources? known = await FirstAsync(
            session,
            NamedQuery.Of("loading/stages_of_two_sources", ("source_system", system)),
            row => new OtherSources(row.GetString(0), row.GetInt64(1), 0),
            cancellationToken).ConfigureAwait(false);
        return known is null
            ? null
            : await FirstAsync(
                session,
                NamedQuery.Of(
                    "loading/new_rows_of_two_sources",
                    ("source_system", system),
                    ("load", session.LoadId),
                    ("other_source", known.System)),
                row => known with { NewRows = row.GetInt64(0) },
                cancellationToken).ConfigureAwait(false);
    }

    private static async Task<T?> FirstAsync<T>(
        ILoadSession session, NamedQuery query, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        DbDataReader rows = await session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.ReadAsync(cancellationToken).ConfigureAwait(false) ? read(rows) : null;
        }
    }
}
