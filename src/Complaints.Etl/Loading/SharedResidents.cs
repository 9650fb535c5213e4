using System.Data.Common;
using Complaints.Domain;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>
/// References of residents that stand in more complaints and homes than one resident's can: a word or a number that means nobody, under
/// which all become one household.
/// </summary>
/// <param name="Residents">How many such references.</param>
/// <param name="Cases">The complaints of the one that stands in most.</param>
/// <param name="Homes">Its homes; none where no home of them is known.</param>
/// <param name="FirstCase">One of its complaints: the reference itself is not kept.</param>
public sealed record SharedResidents(long Residents, long Cases, long Homes, string FirstCase)
{
    internal static async Task<SharedResidents?> ReadAsync(ILoadSession session, string system, CancellationToken cancellationToken)
    {
        var query = NamedQuery.Of(
            "loading/shared_residents",
            ("source_system", system),
            ("cases", Limits.CasesOfAResident),
            ("homes", Limits.HomesOfAResident));
        DbDataReader rows = await session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.ReadAsync(cancellationToken).ConfigureAwait(false) && rows.GetInt64(0) > 0
                ? new SharedResidents(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetString(3))
                : null;
        }
    }
}
