using System.Data.Common;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Loading;

/// <summary>Rows of a file that change what identifies a case under the reference it had before, by what they change.</summary>
/// <param name="Day">Rows with another day of receipt.</param>
/// <param name="Landlord">Rows with another landlord, though no register said something new of the home.</param>
/// <param name="Home">Rows with another home, likewise.</param>
/// <param name="StockType">Rows with another stock type, likewise.</param>
/// <param name="Answer">Rows without the answer that there was.</param>
internal sealed record MovedRows(long Day, long Landlord, long Home, long StockType, long Answer)
{
    /// <summary>What a row changes that has no answer any more.</summary>
    internal const string LostAnswer = "answer";

    /// <summary>What most rows change, and how many do.</summary>
    internal (string What, long Rows) Most => new (string What, long Rows)[]
    {
        ("day of receipt", Day), ("landlord", Landlord), ("home", Home), ("stock type", StockType), (LostAnswer, Answer),
    }.MaxBy(change => change.Rows);

    /// <summary>What a file just merged changes.</summary>
    internal static async Task<MovedRows> ReadAsync(ILoadSession session, LoadFile file, CancellationToken cancellationToken)
    {
        NamedQuery query = NamedQuery.Of(
            file.HasComplaints ? "loading/moved_stages" : "loading/moved_contacts",
            ("source_system", file.Mapping.System),
            ("load", session.LoadId));
        DbDataReader rows = await session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            return await rows.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? new MovedRows(rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3), rows.GetInt64(4))
                : new MovedRows(0, 0, 0, 0, 0);
        }
    }
}
