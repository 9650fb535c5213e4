using System.Globalization;
using Complaints.Warehouse.Engines;

namespace Complaints.Warehouse.DuckDb;

/// <summary>SQL as DuckDB writes it.</summary>
internal sealed class DuckDbDialect : ISqlDialect
{
    public static DuckDbDialect Instance { get; } = new();

    public string Name => "duckdb";

    public string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"$p{index}");

    public string CountWhere(string condition) => $"COUNT(*) FILTER (WHERE {condition})";

    public string SumWhere(string expression, string condition) => $"SUM({expression}) FILTER (WHERE {condition})";

    public string AsDecimal(string expression, int scale) =>
        string.Create(CultureInfo.InvariantCulture, $"CAST({expression} AS DECIMAL(38, {scale}))");

    public string Ratio(string numerator, string denominator) =>
        $"(CAST({numerator} AS DOUBLE) / NULLIF(CAST({denominator} AS DOUBLE), 0))";

    public string Percentile(string expression, decimal fraction) =>
        string.Create(CultureInfo.InvariantCulture, $"QUANTILE_CONT({expression}, {fraction})");

    public string DaysBetween(string first, string second) => $"DATE_DIFF('day', {first}, {second})";

    public string AddDays(string day, string days) => $"CAST({day} + CAST({days} AS INTEGER) AS DATE)";

    public string TruthValue(bool value) => value ? "TRUE" : "FALSE";

    public string Limit(long rows) => string.Create(CultureInfo.InvariantCulture, $"LIMIT {rows}");
}
