using System.Data.Common;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>Homes of one register that share a UPRN: a block's number on its flats, or a number that a spreadsheet filled down.</summary>
/// <param name="Homes">How many homes, at least two.</param>
/// <param name="First">The smallest such number.</param>
public sealed record SharedUprns(long Homes, Uprn First)
{
    internal static async Task<SharedUprns?> ReadAsync(ILoadSession session, string allocator, CancellationToken cancellationToken)
    {
        DbDataReader rows = await session
            .QueryAsync(NamedQuery.Of("homes/shared_uprns", ("allocator", allocator)), cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.ReadAsync(cancellationToken).ConfigureAwait(false) && rows.GetInt64(0) > 0
                ? new SharedUprns(rows.GetInt64(0), Uprn.From(rows.GetInt64(1)))
                : null;
        }
    }
}
