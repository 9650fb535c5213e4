using System.Data.Common;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>Counts the open rows whose landlord could not be told.</summary>
internal static class WorklistReader
{
    internal static async Task<WorklistSummary> ReadAsync(ILoadSession session, CancellationToken cancellationToken)
    {
        Dictionary<string, long> rules = await CountsAsync(session, "loading/open_landlord_rules", cancellationToken).ConfigureAwait(false);
        Dictionary<string, long> landlords = await CountsAsync(
            session, "loading/open_landlord_candidates", cancellationToken).ConfigureAwait(false);
        return new WorklistSummary(
            rules.GetValueOrDefault("landlord-unmatched"),
            rules.GetValueOrDefault("landlord-ambiguous"),
            landlords)
        {
            OfNames = rules.GetValueOrDefault("landlord-name"),
        };
    }

    private static async Task<Dictionary<string, long>> CountsAsync(ILoadSession session, string name, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        DbDataReader rows = await session.QueryAsync(NamedQuery.Of(name), cancellationToken).ConfigureAwait(false);
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
