using System.Data.Common;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Loading;

/// <summary>Complaint stages that two source systems give: the same landlord, reference, stage and day of receipt.</summary>
/// <param name="System">The other system that gives most of them.</param>
/// <param name="Stages">Stages that both give.</param>
/// <param name="NewRows">Rows that this load adds, of which the other system gave a stage before.</param>
internal sealed record OtherSources(string System, long Stages, long NewRows)
{
    // Most warehouses have one system with complaints, and then there is nothing to join.
    private const string AnySql =
        """
        SELECT source_system
        FROM fact_stage
        WHERE source_system <> $p0 AND recorded_to_load = 2147483647
        LIMIT 1
        """;

    private const string KnownSql =
        """
        SELECT
          other.source_system,
          COUNT(*) AS stages
        FROM fact_stage AS other
        JOIN fact_stage AS mine USING (landlord_code, case_reference, stage, received_on)
        WHERE other.source_system <> $p0
          AND other.recorded_to_load = 2147483647
          AND mine.source_system = $p0
          AND mine.recorded_to_load = 2147483647
        GROUP BY other.source_system
        ORDER BY stages DESC, other.source_system
        LIMIT 1
        """;

    private const string NewSql =
        """
        SELECT COUNT(DISTINCT mine.source_row)
        FROM fact_stage AS mine
        JOIN fact_stage AS other USING (landlord_code, case_reference, stage, received_on)
        WHERE mine.source_system = $p0
          AND mine.recorded_from_load = $p1
          AND mine.recorded_to_load = 2147483647
          AND other.source_system = $p2
          AND other.recorded_to_load = 2147483647
          AND mine.case_reference NOT IN (
            SELECT earlier.case_reference
            FROM fact_stage AS earlier
            WHERE earlier.source_system = $p0 AND earlier.recorded_from_load < $p1
          )
        """;

    /// <summary>What another system gives of the stages that a system gives; null where none gives any.</summary>
    internal static async Task<OtherSources?> ReadAsync(ILoadSession session, string system, CancellationToken cancellationToken)
    {
        if (await FirstAsync(session, SqlQuery.Of(AnySql, system), row => row.GetString(0), cancellationToken).ConfigureAwait(false) is null)
        {
            return null;
        }

        OtherSources? known = await FirstAsync(
            session,
            SqlQuery.Of(KnownSql, system),
            row => new OtherSources(row.GetString(0), row.GetInt64(1), 0),
            cancellationToken).ConfigureAwait(false);
        return known is null
            ? null
            : await FirstAsync(
                session,
                SqlQuery.Of(NewSql, system, session.LoadId, known.System),
                row => known with { NewRows = row.GetInt64(0) },
                cancellationToken).ConfigureAwait(false);
    }

    private static async Task<T?> FirstAsync<T>(
        ILoadSession session, SqlQuery query, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        DbDataReader rows = await session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.ReadAsync(cancellationToken).ConfigureAwait(false) ? read(rows) : null;
        }
    }
}
