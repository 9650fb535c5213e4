using System.Data.Common;
using System.Globalization;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse.DuckDb.Tests;

/// <summary>Rows of a query as text, cells separated by bars.</summary>
internal static class Query
{
    public static async Task<IReadOnlyList<string>> RowsAsync(ISnapshot snapshot, string sql, params object?[] values)
    {
        await using DbDataReader reader = await snapshot.QueryAsync(SqlQuery.Of(sql, values), CancellationToken.None);
        return Rows(reader);
    }

    public static IReadOnlyList<string> Rows(DbDataReader reader)
    {
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i))));
        }

        return rows;
    }

    private static string Text(DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal)
        ? "∅"
        : reader.GetValue(ordinal) switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
