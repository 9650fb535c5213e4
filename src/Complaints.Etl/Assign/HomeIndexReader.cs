using System.Data.Common;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Queries;

namespace Complaints.Etl.Assign;

/// <summary>Fills the index with what a load session holds now, files merged earlier in the same load included.</summary>
internal static class HomeIndexReader
{
    /// <summary>What the homes on any register are called, and by whom.</summary>
    internal static async Task<IReadOnlySet<(string Allocator, string Reference)>> ReadNamesAsync(
        ILoadSession session, CancellationToken cancellationToken)
    {
        var names = new HashSet<(string, string)>();
        DbDataReader homes = await session.QueryAsync(NamedQuery.Of("homes/names"), cancellationToken).ConfigureAwait(false);
        await using (homes.ConfigureAwait(false))
        {
            while (await homes.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                names.Add((homes.GetString(0), homes.GetString(1)));
            }
        }

        return names;
    }

    internal static async Task<HomeIndex> ReadAsync(ILoadSession session, CancellationToken cancellationToken)
    {
        var index = new HomeIndex();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        DbDataReader homes = await session.QueryAsync(NamedQuery.Of("homes/homes"), cancellationToken).ConfigureAwait(false);
        await using (homes.ConfigureAwait(false))
        {
            while (await homes.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                index.AddHome(Home(homes, words));
            }
        }

        DbDataReader links = await session.QueryAsync(NamedQuery.Of("homes/links"), cancellationToken).ConfigureAwait(false);
        await using (links.ConfigureAwait(false))
        {
            while (await links.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                string identifier = links.GetString(1);
                HomeDecision? decision = links.GetBoolean(5) ? new HomeDecision(identifier, Day(links, 6), links.GetInt32(7)) : null;
                index.AddLink(
                    Once(words, links.GetString(0)),
                    identifier,
                    new HomeLink(links.GetInt64(2), Day(links, 3), Day(links, 4), decision));
            }
        }

        return index;
    }

    private static HomeVersion Home(DbDataReader row, Dictionary<string, string> words) => new(
        row.GetInt64(0),
        Once(words, row.GetString(1)),
        row.GetString(2),
        LandlordCode.Parse(row.GetString(3)),
        StockTypes.Parse(row.GetString(4)),
        row.IsDBNull(5) ? null : Once(words, row.GetString(5)),
        Day(row, 6),
        Day(row, 7))
        {
            Uprn = row.IsDBNull(8) ? null : Uprn.From(row.GetInt64(8)),
            Address = row.IsDBNull(9) ? null : Once(words, row.GetString(9)),
            Postcode = row.IsDBNull(10) ? null : Once(words, row.GetString(10)),
        };

    private static DateOnly Day(DbDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

    private static string Once(Dictionary<string, string> words, string text) =>
        words.TryGetValue(text, out string? known) ? known : words[text] = text;
}
