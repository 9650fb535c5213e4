namespace Complaints.Measures.Rendering;

/// <summary>Lays SQL out to be read: one item a line, indented under its keyword.</summary>
internal static class SqlText
{
    internal static string Columns(IEnumerable<string> columns) => string.Join(",\n", columns.Select(column => $"    {column}"));

    internal static string Where(IEnumerable<string> conditions)
    {
        string[] parts = [.. conditions.Where(condition => condition != ConditionRenderer.True)];
        return parts.Length == 0 ? "" : $"\n  WHERE {string.Join("\n    AND ", parts)}";
    }

    internal static string GroupBy(IReadOnlyCollection<string> expressions) =>
        expressions.Count == 0 ? "" : $"\n  GROUP BY {string.Join(", ", expressions)}";

    internal static string Joins(IEnumerable<string> joins) => string.Concat(joins.Select(join => $"\n  {join}"));

    internal static string Common(string name, string body) => $"{name} AS (\n{body}\n)";
}
