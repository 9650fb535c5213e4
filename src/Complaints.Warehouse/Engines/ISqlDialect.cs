namespace Complaints.Warehouse.Engines;

/// <summary>
/// How one engine writes what the plans need. Every argument is an SQL expression that is valid already, every result one that can be
/// used where an expression can; nothing here takes a value, those are parameters.
/// </summary>
public interface ISqlDialect
{
    /// <summary>"duckdb" or "sqlserver": also the name of the folder of its migrations.</summary>
    string Name { get; }

    /// <summary>A quoted identifier.</summary>
    string Quote(string identifier);

    /// <summary>A parameter in the text, e.g. <c>$p0</c> for 0; its value is named p0.</summary>
    string Parameter(int index);

    /// <summary>The number of rows for which a condition is true; 0 over no rows.</summary>
    string CountWhere(string condition);

    /// <summary>The sum of an expression over the rows for which a condition is true; null over no rows.</summary>
    string SumWhere(string expression, string condition);

    /// <summary>The expression as a decimal of up to 38 digits, <paramref name="scale"/> of them after the point.</summary>
    string AsDecimal(string expression, int scale);

    /// <summary>numerator ÷ denominator as a double, null when the denominator is 0. For sorting; published figures divide in C#.</summary>
    string Ratio(string numerator, string denominator);

    /// <summary>The percentile (0 to 1) by inclusive interpolation, as spreadsheets and the sector's comparators do.</summary>
    string Percentile(string expression, decimal fraction);

    /// <summary>Calendar days from the first date to the second, positive when the second is the later.</summary>
    string DaysBetween(string first, string second);

    /// <summary>A date moved by calendar days.</summary>
    string AddDays(string day, string days);

    /// <summary>A truth value.</summary>
    string TruthValue(bool value);

    /// <summary>The clause at the end of an ordered query that keeps its first rows.</summary>
    string Limit(long rows);
}
