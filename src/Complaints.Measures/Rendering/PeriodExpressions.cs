using Complaints.Measures.Queries;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Periods computed from the date itself: a join of every row to the calendar would cost more than the figures. They are whole numbers
/// that <see cref="PeriodWords"/> turns into words.
/// </summary>
internal static class PeriodExpressions
{
    internal static string Of(DimensionKind kind, string date) => kind switch
    {
        DimensionKind.ReportingYear => StartYear(date),
        DimensionKind.Quarter => $"({StartYear(date)}) * 10 + {QuarterNumber(date)}",
        DimensionKind.Month => $"YEAR({date}) * 100 + MONTH({date})",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a period."),
    };

    private static string StartYear(string date) => $"YEAR({date}) - CASE WHEN MONTH({date}) < 4 THEN 1 ELSE 0 END";

    private static string QuarterNumber(string date) =>
        $"CASE WHEN MONTH({date}) < 4 THEN 4 WHEN MONTH({date}) < 7 THEN 1 WHEN MONTH({date}) < 10 THEN 2 ELSE 3 END";
}
