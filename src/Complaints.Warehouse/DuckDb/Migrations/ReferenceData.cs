using System.Globalization;
using Complaints.Warehouse.DuckDb.Connections;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Migrations;

/// <summary>Dimensions that the program fills from its own rules, so that a rule is written down once.</summary>
internal static class ReferenceData
{
    private static readonly ReferenceTable[] s_tables =
    [
        new("dim_date", DateMembers.All()),
        new("dim_code_rule", CodeRuleMembers.All()),
    ];

    /// <summary>Whether every dimension holds what the rules of this program say.</summary>
    public static bool IsUpToDate(DuckDBConnection connection) => s_tables.All(table => IsUpToDate(connection, table));

    /// <summary>Fills the dimensions whose rules changed.</summary>
    public static void Fill(DuckDBConnection connection, TimeProvider clock)
    {
        foreach (ReferenceTable table in s_tables.Where(table => !IsUpToDate(connection, table)))
        {
            connection.Execute("BEGIN TRANSACTION");
            connection.Execute($"DELETE FROM {table.Name}");
            connection.Execute("COMMIT");
            using (DuckDBAppender appender = connection.CreateAppender(table.Name))
            {
                foreach (object?[] member in table.Members)
                {
                    Append(appender, member);
                }
            }

            connection.Execute(
                "INSERT OR REPLACE INTO reference_data VALUES ($name, $hash, $now)",
                new("name", table.Name),
                new("hash", table.Hash),
                new("now", clock.GetUtcNow()));
        }
    }

    private static bool IsUpToDate(DuckDBConnection connection, ReferenceTable table) => table.Hash.Equals(
        connection.Scalar("SELECT content_hash FROM reference_data WHERE name = $name", new SqlParameterValue("name", table.Name)));

    // The bulk writer does not convert: a value must have its column's width, or it overwrites its neighbours.
    private static void Append(DuckDBAppender appender, object?[] member)
    {
        IDuckDBAppenderRow row = appender.CreateRow();
        foreach (object? value in member)
        {
            _ = value switch
            {
                null => row.AppendNullValue(),
                DateOnly day => row.AppendValue((DateOnly?)day),
                bool flag => row.AppendValue(flag),
                int number => row.AppendValue(number),
                short number => row.AppendValue(number),
                sbyte number => row.AppendValue(number),
                string text => row.AppendValue(text),
                _ => throw new InvalidOperationException($"A {value.GetType().Name} is no value of reference data."),
            };
        }

        row.EndRow();
    }

    private sealed record ReferenceTable(string Name, IReadOnlyList<object?[]> Members)
    {
        public string Hash { get; } = ContentHash.Of(string.Join('\n', Members.Select(member =>
            string.Join('|', member.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))))));
    }
}
