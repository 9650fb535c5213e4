using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;

namespace Complaints.Measures.Queries;

/// <summary>
/// The days that can be asked about: those of the reporting years that are understood. Day arithmetic never leaves the calendar so.
/// </summary>
internal static class SupportedDays
{
    private static readonly DateOnly s_first = ReportingYear.FromStartYear(Limits.FirstReportingYear).FirstDay;
    private static readonly DateOnly s_last = ReportingYear.FromStartYear(Limits.LastReportingYear).LastDay;

    /// <summary>Refuses a day that is none of them.</summary>
    /// <param name="day">The day; null where none is asked for.</param>
    /// <param name="where">The part of the query.</param>
    /// <exception cref="UserException">It is before the first or after the last.</exception>
    internal static void Require(DateOnly? day, string where)
    {
        if (day < s_first || day > s_last)
        {
            throw new UserException(
                $"{day:yyyy-MM-dd} is outside the days that can be asked about.",
                where: where,
                expected: $"a day from {s_first:yyyy-MM-dd} to {s_last:yyyy-MM-dd}",
                fix: "leave it out for an open end, or choose a day that records can have");
        }
    }
}
