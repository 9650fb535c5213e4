using System.Data.Common;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>
/// Homes that a register gives another landlord or stock type from the same first day as before, as if they never had been the other's.
/// </summary>
/// <param name="Homes">How many homes.</param>
/// <param name="Known">How many homes the register gave before.</param>
internal sealed record MovedHomes(long Homes, long Known)
{
    internal static async Task<MovedHomes> ReadAsync(ILoadSession session, string allocator, CancellationToken cancellationToken)
    {
        DbDataReader rows = await session
            .QueryAsync(NamedQuery.Of("loading/moved_homes", ("source_system", allocator), ("load", session.LoadId)), cancellationToken)
            .ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? new MovedHomes(rows.GetInt64(0), rows.GetInt64(1))
                : new MovedHomes(0, 0);
        }
    }
}
