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
        string? other = null;
        long stages = 0;
        DbDataReader known = await session.QueryAsync(SqlQuery.Of(KnownSql, system), cancellationToken).ConfigureAwait(false);
        await using (known.ConfigureAwait(false))
        {
            if (await known.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                (other, stages) = (known.GetString(0), known.GetInt64(1));
            }
        }

        if (other is null)
        {
            return null;
        }

        DbDataReader added = await session.QueryAsync(SqlQuery.Of(NewSql, system, session.LoadId, other), cancellationToken).ConfigureAwait(false);
        await using (added.ConfigureAwait(false))
        {
            return new OtherSources(other, stages, await added.ReadAsync(cancellationToken).ConfigureAwait(false) ? added.GetInt64(0) : 0);
        }
    }
}
