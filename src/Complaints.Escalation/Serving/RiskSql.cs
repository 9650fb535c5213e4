namespace Complaints.Escalation.Serving;

/// <summary>The SQL of the risk list: it stands beside the program, with that of the engine it is written for.</summary>
internal static class RiskSql
{
    public static Task<string> TextAsync(string name, CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "sql", "duckdb", "risk", name + ".sql"), cancellationToken);
}
