using Complaints.Measures.Queries;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures.Rendering;

/// <summary>The period of a day as a whole number, which <see cref="PeriodWords"/> turns into words.</summary>
internal static class PeriodSql
{
    internal static string Of(DimensionKind kind, string day, ISqlDialect dialect) => kind switch
    {
        DimensionKind.ReportingYear => dialect.ReportingYear(day),
        DimensionKind.Quarter => dialect.ReportingQuarter(day),
        DimensionKind.Week => dialect.IsoWeek(day),
        DimensionKind.Month => dialect.CalendarMonth(day),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a period."),
    };
}
