namespace Complaints.Warehouse.DuckDb.Sql;

/// <summary>The SQL files that stand beside the program, whatever the working directory.</summary>
internal static class SqlFiles
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "sql", "duckdb");

    /// <summary>Folder of the numbered migrations.</summary>
    public static string Migrations { get; } = Path.Combine(s_folder, "migrations");

    /// <summary>A file of the merge.</summary>
    public static string Merge(string name) => Path.Combine(s_folder, "merge", name + ".sql");

    /// <summary>A query by its name.</summary>
    public static string Query(string name) => Path.Combine(s_folder, "queries", name + ".sql");
}
