using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

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

/// <summary>A rendered plan, and where each of its columns stands in the result.</summary>
/// <param name="Query">The SQL with its parameters.</param>
/// <param name="Dimensions">The dimensions of the result, columns 0 to n−1.</param>
/// <param name="LandlordNameOrdinal">The column of the landlord's name; null when landlords are not a dimension.</param>
/// <param name="Ordinals">The column of each number.</param>
internal sealed record FigureSql(
    SqlQuery Query,
    IReadOnlyList<Dimension> Dimensions,
    int? LandlordNameOrdinal,
    IReadOnlyDictionary<ColumnRef, int> Ordinals);

/// <summary>
/// The values of a query. A value that stands in several places is one parameter, so that a rendered query stays readable.
/// </summary>
internal sealed class ParameterList(ISqlDialect dialect)
{
    private readonly List<SqlParameterValue> _values = [];
    private readonly Dictionary<object, string> _known = [];

    /// <summary>How the engine writes what stands around the values.</summary>
    internal ISqlDialect Dialect => dialect;

    internal IReadOnlyList<SqlParameterValue> Values => _values;

    /// <summary>The text that stands for a value.</summary>
    internal string Add(object value)
    {
        if (!_known.TryGetValue(value, out string? text))
        {
            text = dialect.Parameter(_values.Count);
            _values.Add(new SqlParameterValue($"p{_values.Count}", value));
            _known.Add(value, text);
        }

        return text;
    }

    /// <summary>"($p1, $p2)".</summary>
    internal string List(IEnumerable<object> values) => $"({string.Join(", ", values.Select(Add))})";
}
