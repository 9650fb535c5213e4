using System.Data.Common;
using Complaints.Domain.Homes;
using Complaints.Etl.Assign.LandlordNames;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Assign;

/// <summary>Fills the index of names with what a load session holds now, landlords merged earlier in the same load included.</summary>
internal static class NameIndexReader
{
    internal static async Task<NameIndex> ReadAsync(ILoadSession session, CancellationToken cancellationToken)
    {
        var names = new List<KnownName>();
        DbDataReader rows = await session.QueryAsync(NamedQuery.Of("loading/landlord_names"), cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                names.Add(new KnownName(
                    LandlordCode.Parse(rows.GetString(0)),
                    NameForms.Of(rows.GetString(1)),
                    rows.GetFieldValue<DateOnly>(2),
                    rows.GetFieldValue<DateOnly>(3)));
            }
        }

        return new NameIndex(names);
    }
}
