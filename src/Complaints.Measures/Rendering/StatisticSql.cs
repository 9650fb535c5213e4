using System.Globalization;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders what is made of all values of a group from the values in order, each with the number of rows that have it and of those up to it.
/// It is whole-number arithmetic, so that a quantile is exact in any engine.
/// </summary>
internal static class StatisticSql
{
    /// <summary>The name of a value, among the columns of <see cref="Ordered"/>.</summary>
    internal const string Value = "value_counted";

    private const string Rows = "rows_of_value";
    private const string UpTo = "rows_up_to_value";
    private const string All = "rows_of_all";

    /// <summary>The columns beside the dimensions of the step that counts rows by value.</summary>
    internal static string[] Counted(string value, string rows) => [$"{value} AS {Value}", $"SUM({rows}) AS {Rows}"];

    /// <summary>The columns beside the dimensions of the step that puts the values in order.</summary>
    internal static string[] Ordered(IReadOnlyList<string> dimensions)
    {
        string partition = dimensions.Count == 0 ? "" : $"PARTITION BY {string.Join(", ", dimensions)}";
        return
        [
            $"v.{Value}",
            $"v.{Rows}",
            $"SUM(v.{Rows}) OVER ({partition} ORDER BY v.{Value} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS {UpTo}",
            $"SUM(v.{Rows}) OVER ({partition}) AS {All}",
        ];
    }

    /// <summary>The number of a group of ordered values.</summary>
    internal static string Of(ValueStatistic statistic) => statistic switch
    {
        ValueQuantile quantile => Quantile(quantile.Percent),
        RepeatedValues repeated => string.Create(
            CultureInfo.InvariantCulture, $"COUNT(CASE WHEN o.{Rows} >= {repeated.AtLeast} THEN 1 END)"),
        _ => throw new InvalidOperationException($"A statistic of an unknown kind: {statistic.GetType().Name}."),
    };

    // The place percent × (n − 1) in hundredths lies between two rows: what is below counts for the rest of the hundred.
    private static string Quantile(int percent)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{percent} * (o.{All} - 1)");
        string part = string.Create(CultureInfo.InvariantCulture, $"MOD({percent} * (MAX(o.{All}) - 1), 100)");
        string below = $"MIN(CASE WHEN 100 * o.{UpTo} > {place} - MOD({place}, 100) THEN o.{Value} END)";
        string above = $"MIN(CASE WHEN 100 * o.{UpTo} > {place} - MOD({place}, 100) + 100 THEN o.{Value} END)";
        return $"CAST({below} * (100 - {part}) + COALESCE({above}, {below}) * {part} AS DECIMAL(25, 0)) * 0.01";
    }
}
