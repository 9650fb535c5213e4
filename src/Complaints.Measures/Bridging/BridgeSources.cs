using System.Data.Common;
using Complaints.Measures.Planning;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Bridging;

/// <summary>
/// The systems that hold anything of some landlords, whenever: a managing agent's holds other landlords' as well, and its internal total is
/// over all of them.
/// </summary>
internal static class BridgeSources
{
    /// <summary>Reads them, in order.</summary>
    /// <param name="snapshot">The state of the warehouse.</param>
    /// <param name="dialect">The engine's.</param>
    /// <param name="rows">What may be seen.</param>
    /// <param name="landlords">The landlords; none for all.</param>
    /// <param name="ct">Stops reading.</param>
    internal static async Task<IReadOnlyList<string>> ReadAsync(
        ISnapshot snapshot, ISqlDialect dialect, RowConditions rows, IReadOnlyList<string> landlords, CancellationToken ct)
    {
        var parameters = new ParameterList(dialect);
        string text = string.Join("\n  UNION\n", ((string[])["fact_stage", "fact_contact"]).Select(fact =>
        {
            string where = SqlText.Where(
            [
                ScopeRenderer.Version("f", rows.KnownAtLoad, parameters),
                .. ScopeRenderer.Landlords("f", rows, parameters),
                .. landlords.Count == 0 ? Array.Empty<string>() : [$"f.landlord_code IN {parameters.List(landlords)}"],
            ]);
            return $"  SELECT f.source_system FROM {fact} AS f{where}";
        }));
        var sources = new List<string>();
        DbDataReader reader = await snapshot.QueryAsync(
            new SqlQuery($"{text}\n  ORDER BY source_system", parameters.Values), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                sources.Add(reader.GetString(0));
            }
        }

        return sources;
    }
}
