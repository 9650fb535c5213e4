namespace Complaints.Warehouse.Engines;

/// <summary>
/// How one engine writes what the plans need. Every argument is an SQL expression that is valid already, every result one that can be
/// used where an expression can; nothing here takes a value, those are parameters.
/// </summary>
public interface ISqlDialect
{
    /// <summary>A parameter in the text; its value is named p0 for 0, and so on.</summary>
    string Parameter(int index);

    /// <summary>The condition that a row of a table (its name in the query) is its current version.</summary>
    string Current(string table);

    /// <summary>The condition that a row of a table (its name in the query) is the version known after a load.</summary>
    string KnownAt(string table, string load);

    /// <summary>The number of rows for which a condition is true; 0 over no rows.</summary>
    string CountWhere(string condition);

    /// <summary>The sum of an expression over the rows for which a condition is true; null over no rows.</summary>
    string SumWhere(string expression, string condition);

    /// <summary>The first calendar year of the reporting year (April to March) of a date, as a whole number.</summary>
    string ReportingYear(string day);

    /// <summary>The quarter of a date's reporting year: the year's first calendar year × 10, plus 1 for April to June and so on.</summary>
    string ReportingQuarter(string day);

    /// <summary>The calendar month of a date: the year × 100, plus the month.</summary>
    string CalendarMonth(string day);

    /// <summary>The ISO week of a date: the ISO year × 100, plus the week.</summary>
    string IsoWeek(string day);

    /// <summary>The calendar days from one date to another, as a whole number.</summary>
    string DaysBetween(string first, string last);

    /// <summary>An identifier as identifiers of homes are compared: letters and digits in upper case, without leading zeros.</summary>
    string IdentifierForm(string text);

    /// <summary>
    /// The first part of a key that the quarantine keeps as one text, as it was before it was joined: the case of a row of complaints.
    /// </summary>
    string FirstOfKey(string key);

    /// <summary>The clause at the end of an ordered query that keeps its first rows.</summary>
    string Limit(long rows);
}
