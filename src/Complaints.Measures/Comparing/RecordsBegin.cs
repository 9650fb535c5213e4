using System.Data.Common;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Comparing;

/// <summary>
/// The months in which the records of a fact begin that are known of each landlord: what is compared with days before them is compared with
/// too little.
/// </summary>
internal sealed class RecordsBegin
{
    private readonly Dictionary<string, DateOnly> _months = new(StringComparer.Ordinal);

    /// <summary>Reads the first months.</summary>
    internal static async Task<RecordsBegin> ReadAsync(
        ISnapshot snapshot, ISqlDialect dialect, FactTable fact, RowConditions rows, CancellationToken ct)
    {
        var begin = new RecordsBegin();
        var parameters = new ParameterList(dialect);
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("f", rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Landlords("f", rows, parameters),
        ]);
        string from = FactSql.From(fact, rows.KnownAtLoad, parameters);
        string text = $"  SELECT f.landlord_code, MIN(f.{fact.KnownFrom})\n  FROM {from}{where}\n  GROUP BY f.landlord_code\n"
            + $"  HAVING MIN(f.{fact.KnownFrom}) IS NOT NULL";
        DbDataReader reader = await snapshot.QueryAsync(new SqlQuery(text, parameters.Values), ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                DateOnly day = await reader.GetFieldValueAsync<DateOnly>(1, ct).ConfigureAwait(false);
                begin._months[reader.GetString(0)] = new DateOnly(day.Year, day.Month, 1);
            }
        }

        return begin;
    }

    /// <summary>The month in which they begin, where that is after a day; null where it is not, or nothing is known.</summary>
    /// <param name="first">The day.</param>
    /// <param name="landlords">The landlords of the figure; none for all that may be seen.</param>
    internal DateOnly? After(DateOnly first, IReadOnlyCollection<string> landlords)
    {
        List<DateOnly> months = [.. _months.Where(of => landlords.Count == 0 || landlords.Contains(of.Key)).Select(of => of.Value)];
        return months.Count > 0 && months.Min() > first ? months.Min() : null;
    }
}
