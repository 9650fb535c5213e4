using System.Globalization;
using Complaints.Warehouse.DuckDb.Sql;
using Complaints.Warehouse.Engines;

namespace Complaints.Warehouse.DuckDb;

/// <summary>SQL as DuckDB writes it.</summary>
internal sealed class DuckDbDialect : ISqlDialect
{
    public static DuckDbDialect Instance { get; } = new();

    public string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"$p{index}");

    public string Current(string table) => RecordedVersions.Current(table);

    public string KnownAt(string table, string load) => RecordedVersions.KnownAt(table, load);

    public string CountWhere(string condition) => $"COUNT(*) FILTER (WHERE {condition})";

    public string SumWhere(string expression, string condition) => $"SUM({expression}) FILTER (WHERE {condition})";

    public string ValuesWhere(string expression, string condition) =>
        $"LIST({expression}) FILTER (WHERE ({condition}) AND {expression} IS NOT NULL)";

    // The engine interpolates in binary; the value between two whole numbers at a whole percent has two decimal places, and rounding to
    // those gives it back exactly.
    public string QuantileWhere(string lists, string condition, int percent) => string.Create(
        CultureInfo.InvariantCulture,
        $"CAST(ROUND(LIST_AGGREGATE({All(lists, condition)}, 'quantile_cont', {percent / 100m}), 2) AS DECIMAL(28, 2))");

    public string RepeatedWhere(string lists, string condition, int times) => string.Create(
        CultureInfo.InvariantCulture,
        $"CAST(COALESCE(LEN([n FOR n IN MAP_VALUES(LIST_AGGREGATE({All(lists, condition)}, 'histogram')) IF n >= {times}]), 0) AS BIGINT)");

    // What every list of the rows holds, as one list; null of no row.
    private static string All(string lists, string condition) =>
        $"FLATTEN(LIST({lists}) FILTER (WHERE ({condition}) AND {lists} IS NOT NULL))";

    // Periods are computed from the date itself: a join of every row to the calendar would cost more than the figures.
    public string ReportingYear(string day) => $"YEAR({day}) - CASE WHEN MONTH({day}) < 4 THEN 1 ELSE 0 END";

    public string ReportingQuarter(string day) =>
        $"({ReportingYear(day)}) * 10 + CASE WHEN MONTH({day}) < 4 THEN 4 WHEN MONTH({day}) < 7 THEN 1 WHEN MONTH({day}) < 10 THEN 2 ELSE 3 END";

    public string CalendarMonth(string day) => $"YEAR({day}) * 100 + MONTH({day})";

    public string IsoWeek(string day) => $"ISOYEAR({day}) * 100 + WEEK({day})";

    public string DaysBetween(string first, string last) => $"({last} - {first})";

    public string IdentifierForm(string text) => IdentifierSql.Form(text);

    public string FirstOfKey(string key) =>
        $@"REGEXP_REPLACE(REGEXP_EXTRACT({key}, '^((?:[^\\/]|\\.)*)', 1), '\\(.)', '\1', 'g')";

    public string Limit(long rows) => string.Create(CultureInfo.InvariantCulture, $"LIMIT {rows}");
}
