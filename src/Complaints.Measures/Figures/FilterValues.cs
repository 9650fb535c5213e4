using System.Data.Common;
using Complaints.Domain.Errors;
using Complaints.Domain.Text;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Figures;

/// <summary>
/// Whether anything has the values that a query filters by. A value that nothing has is a slip of the pen far more often than a question,
/// and an answer of 0 would pass for a figure.
/// </summary>
internal static class FilterValues
{
    private const int MostRead = 10_000;

    /// <summary>Looks the values up among the rows that the principal may see, whatever their period.</summary>
    /// <exception cref="UserException">A value that no row has: with the nearest ones.</exception>
    internal static async Task RequireKnownAsync(
        ISnapshot snapshot, ISqlDialect dialect, FactTable fact, RowConditions rows, CancellationToken ct)
    {
        foreach (ResolvedFilter filter in rows.Filters.Where(filter => filter.Dimension == Dimensions.Landlord))
        {
            await RequireLandlordsAsync(snapshot, rows, filter, ct).ConfigureAwait(false);
        }

        foreach (ResolvedFilter filter in rows.Filters.Where(
            filter => filter.Dimension.Kind is DimensionKind.Keyed or DimensionKind.OfStage))
        {
            List<string> wanted = [.. filter.Values.Where(value => value != Dimensions.NotRecorded)];
            if (wanted.Count == 0)
            {
                continue;
            }

            HashSet<string> found = await ValuesAsync(snapshot, dialect, fact, rows, filter.Dimension, wanted, ct).ConfigureAwait(false);
            if (wanted.Find(value => !found.Contains(value)) is string unknown)
            {
                HashSet<string> all = await ValuesAsync(snapshot, dialect, fact, rows, filter.Dimension, null, ct).ConfigureAwait(false);
                throw Unknown(fact, filter.Dimension, unknown, all);
            }
        }
    }

    // A landlord without complaints is on the register all the same: its 0 is a figure. Of others than theirs, readers of some landlords
    // are told nothing, whether there are such or not.
    private static async Task RequireLandlordsAsync(ISnapshot snapshot, RowConditions rows, ResolvedFilter filter, CancellationToken ct)
    {
        if (!rows.Landlords.IsAll)
        {
            return;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        DbDataReader reader = await snapshot.QueryAsync(NamedQuery.Of("figures/landlords").For(rows.Landlords), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                known.Add(reader.GetString(0));
            }
        }

        if (filter.Values.FirstOrDefault(value => value.Length > 0 && !known.Contains(value)) is string unknown)
        {
            throw new UserException(
                $"No landlord has the code '{unknown}'.{NearestNames.Suggest(unknown, known)}",
                where: $"filter {filter.Dimension.Id}",
                expected: known.Count == 0
                    ? "nothing: no landlord was loaded"
                    : $"one of the {known.Count} landlords on the register, such as {Some(known)}",
                fix: $"group by {filter.Dimension.Id} to see those with complaints, or load the landlord");
        }
    }

    private static string Some(HashSet<string> known) =>
        string.Join(", ", known.Order(StringComparer.Ordinal).Take(5).Select(name => $"'{name}'"));

    private static UserException Unknown(FactTable fact, Dimension dimension, string value, HashSet<string> known) => new(
        $"No {fact.Row} has '{value}' as its {dimension.Id}.{NearestNames.Suggest(value, known)}",
        where: $"filter {dimension.Id}",
        expected: known.Count == 0
            ? $"nothing: no {fact.Row} has a {dimension.Id}"
            : $"one of its {known.Count} values, such as {Some(known)}",
        fix: $"group by {dimension.Id} to see all of them; capitals and blanks count");

    private static async Task<HashSet<string>> ValuesAsync(
        ISnapshot snapshot,
        ISqlDialect dialect,
        FactTable fact,
        RowConditions rows,
        Dimension dimension,
        IReadOnlyList<string>? among,
        CancellationToken ct)
    {
        var parameters = new ParameterList(dialect);
        string from = FactSql.From(fact, rows.KnownAtLoad, parameters, dimension.IsOfResident);
        bool keyed = dimension.Kind == DimensionKind.Keyed;
        string value = keyed
            ? FactScanRenderer.NamedValue("d", dimension, parameters)
            : FactScanRenderer.Named($"f.{dimension.Column}", parameters);
        IEnumerable<string> where =
        [
            ScopeRenderer.Version("f", rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Landlords("f", rows, parameters),
            .. among is null ? [] : new[] { $"{value} IN {parameters.List(among)}" },
        ];
        string join = keyed ? $"\n  JOIN {dimension.Table} AS d ON d.{dimension.Column} = f.{dimension.Column}" : "";
        string text = $"  SELECT DISTINCT {value} AS value\n  FROM {from}{join}{SqlText.Where(where)}\n  ORDER BY value\n"
            + dialect.Limit(MostRead);
        var values = new HashSet<string>(StringComparer.Ordinal);
        DbDataReader reader = await snapshot.QueryAsync(new SqlQuery(text, parameters.Values), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                values.Add(reader.GetString(0));
            }
        }

        return values;
    }
}
