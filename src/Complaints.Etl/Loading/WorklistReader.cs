using System.Data.Common;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Loading;

/// <summary>Counts the open rows whose landlord could not be told.</summary>
internal static class WorklistReader
{
    private const string RulesSql =
        """
        SELECT rule_id, COUNT(*)
        FROM load_quarantine
        WHERE status = 'open' AND rule_id IN ('landlord-unmatched', 'landlord-ambiguous')
        GROUP BY rule_id
        """;

    private const string LandlordsSql =
        """
        SELECT candidate.landlord_code, COUNT(DISTINCT entry.quarantine_id)
        FROM load_quarantine AS entry
        JOIN worklist_candidate AS candidate ON candidate.quarantine_id = entry.quarantine_id
        WHERE entry.status = 'open' AND entry.rule_id IN ('landlord-unmatched', 'landlord-ambiguous')
        GROUP BY candidate.landlord_code
        """;

    internal static async Task<WorklistSummary> ReadAsync(ILoadSession session, CancellationToken cancellationToken)
    {
        Dictionary<string, long> rules = await CountsAsync(session, RulesSql, cancellationToken).ConfigureAwait(false);
        Dictionary<string, long> landlords = await CountsAsync(session, LandlordsSql, cancellationToken).ConfigureAwait(false);
        return new WorklistSummary(
            rules.GetValueOrDefault("landlord-unmatched"),
            rules.GetValueOrDefault("landlord-ambiguous"),
            landlords);
    }

    private static async Task<Dictionary<string, long>> CountsAsync(ILoadSession session, string sql, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        DbDataReader rows = await session.QueryAsync(SqlQuery.Of(sql), cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                counts[rows.GetString(0)] = rows.GetInt64(1);
            }
        }

        return counts;
    }
}
