using System.Data.Common;
using Complaints.Domain.Access;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Escalation.Serving;

/// <summary>
/// Which cases a reader may see, as the engine says: by the landlord to which each belongs now, on the condition that the lists carry.
/// </summary>
internal static class VisibleCases
{
    /// <summary>The visible cases of some references, by source system and reference.</summary>
    public static async Task<HashSet<(string Source, string Reference)>> ReadAsync(
        IWarehouse warehouse, IEnumerable<string> references, LandlordScope scope, CancellationToken cancellationToken)
    {
        HashSet<(string, string)> visible = [];
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        var sql = NamedQuery.Of("risk/visible_cases", ("case_references", NamedQuery.List(references)));
        await using DbDataReader reader = await snapshot.QueryAsync(sql.For(scope), cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            visible.Add((reader.GetString(0), reader.GetString(1)));
        }

        return visible;
    }
}
