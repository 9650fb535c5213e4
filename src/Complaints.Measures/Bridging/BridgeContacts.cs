using System.Data.Common;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Bridging;

/// <summary>What systems hold that is no complaint: service requests, enquiries, compliments (Code 2024 §1.4).</summary>
/// <param name="Kind">The kind of contact.</param>
/// <param name="IsAsked">Whether it is of a landlord that was asked for.</param>
/// <param name="Contacts">How many.</param>
internal sealed record BridgeContacts(string Kind, bool IsAsked, long Contacts)
{
    internal static async Task<IReadOnlyList<BridgeContacts>> ReadAsync(
        ISnapshot snapshot,
        ISqlDialect dialect,
        RowConditions rows,
        IReadOnlyList<string> sources,
        IReadOnlyList<string> landlords,
        CancellationToken ct)
    {
        if (sources.Count == 0)
        {
            return [];
        }

        var parameters = new ParameterList(dialect);
        string asked = landlords.Count == 0 ? "1 = 1" : $"f.landlord_code IN {parameters.List(landlords)}";
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("f", rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Days("f.received_on", rows, parameters),
            .. ScopeRenderer.Landlords("f", rows, parameters),
            $"f.source_system IN {parameters.List(sources)}",
        ]);
        string text = $"  SELECT f.kind, {dialect.CountWhere(asked)} AS asked, COUNT(*) AS contacts\n  FROM fact_contact AS f{where}\n"
            + "  GROUP BY f.kind\n  ORDER BY f.kind";
        var found = new List<BridgeContacts>();
        DbDataReader reader = await snapshot.QueryAsync(new SqlQuery(text, parameters.Values), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                long own = FieldReader.Long(reader, 1);
                found.Add(new BridgeContacts(reader.GetString(0), IsAsked: true, own));
                found.Add(new BridgeContacts(reader.GetString(0), IsAsked: false, FieldReader.Long(reader, 2) - own));
            }
        }

        return found;
    }
}
