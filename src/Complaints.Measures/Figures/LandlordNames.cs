using System.Data.Common;
using Complaints.Measures.Planning;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Figures;

/// <summary>What landlords were called when: a name given later does not stand on a figure of an earlier year.</summary>
internal sealed class LandlordNames
{
    private readonly Dictionary<string, List<(DateOnly From, string Name)>> _names = new(StringComparer.Ordinal);

    /// <summary>Reads the names of the landlords that may be seen, as known then.</summary>
    internal static async Task<LandlordNames> ReadAsync(ISnapshot snapshot, ISqlDialect dialect, RowConditions rows, CancellationToken ct)
    {
        var parameters = new ParameterList(dialect);
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("d", rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Landlords("d", rows, parameters),
        ]);
        string text = $"  SELECT d.landlord_code, d.valid_from, d.name\n  FROM dim_landlord AS d{where}\n  ORDER BY d.landlord_code, d.valid_from";
        var names = new LandlordNames();
        DbDataReader reader = await snapshot.QueryAsync(new SqlQuery(text, parameters.Values), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                names.Add(reader.GetString(0), await reader.GetFieldValueAsync<DateOnly>(1, ct).ConfigureAwait(false), reader.GetString(2));
            }
        }

        return names;
    }

    /// <summary>The codes of those that a register names.</summary>
    internal IEnumerable<string> Codes => _names.Keys.Where(code => code.Length > 0);

    /// <summary>The name on a day, or the first one for days before it; null for a landlord that no register names.</summary>
    /// <param name="landlord">The landlord's code.</param>
    /// <param name="day">The last day of a figure; null for the latest name.</param>
    internal string? On(string landlord, DateOnly? day) => _names.TryGetValue(landlord, out List<(DateOnly From, string Name)>? known)
        ? known[Math.Max(0, known.FindLastIndex(name => day is null || name.From <= day))].Name
        : null;

    private void Add(string landlord, DateOnly from, string name)
    {
        if (!_names.TryGetValue(landlord, out List<(DateOnly From, string Name)>? known))
        {
            _names.Add(landlord, known = []);
        }

        known.Add((from, name));
    }
}
