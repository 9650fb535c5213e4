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
