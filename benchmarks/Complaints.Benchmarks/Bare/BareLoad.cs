using Complaints.Benchmarks.Samples;
using DuckDB.NET.Data;

namespace Complaints.Benchmarks.Bare;

/// <summary>The peer of a load: the engine alone, <c>read_csv</c> with types and an <c>INSERT</c>. No rule, no history, no check.</summary>
internal static class BareLoad
{
    private static readonly HashSet<string> s_dates =
        ["Received", "Logged", "Acknowledged", "Responded", "Closed", "Extension agreed", "Extended to"];

    public static long Run(string csv, string database)
    {
        using DuckDBConnection connection = new($"Data Source={database}");
        connection.Open();
        string types = string.Join(", ", StageFile.Columns.Select(column => $"'{column}': '{TypeOf(column)}'"));
        Execute(
            connection, $"CREATE TABLE stages ({string.Join(", ", StageFile.Columns.Select(column => $"\"{column}\" {TypeOf(column)}"))})");
        Execute(connection, $$"""
            INSERT INTO stages
            SELECT * FROM read_csv('{{csv.Replace("'", "''", StringComparison.Ordinal)}}', header = true, dateformat = '%d/%m/%Y', columns = { {{types}} })
            """);
        Execute(connection, "CHECKPOINT");
        using DuckDBCommand count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM stages";
        return (long)count.ExecuteScalar()!;
    }

    private static string TypeOf(string column) => column switch
    {
        _ when s_dates.Contains(column) => "DATE",
        "Stage" or "Points" => "SMALLINT",
        "UPRN" => "BIGINT",
        _ => "VARCHAR",
    };

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
