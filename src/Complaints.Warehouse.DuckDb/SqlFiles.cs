namespace Complaints.Warehouse.DuckDb;

/// <summary>The SQL files that stand beside the program, whatever the working directory.</summary>
internal static class SqlFiles
{
    /// <summary>Folder of the numbered migrations.</summary>
    public static string Migrations { get; } = Path.Combine(AppContext.BaseDirectory, "sql", "duckdb");

    /// <summary>A file of the merge.</summary>
    public static string Merge(string name) => Path.Combine(Migrations, "merge", name + ".sql");
}
