using System.Globalization;
using Complaints.Domain.Time;

namespace Complaints.Warehouse.DuckDb.Migrations;

/// <summary>The members of <c>dim_date</c>: every day of the working calendar.</summary>
internal static class DateMembers
{
    public static IReadOnlyList<object?[]> All()
    {
        WorkingCalendar calendar = WorkingCalendar.EnglandAndWales;
        var members = new List<object?[]>();
        for (DateOnly day = calendar.FirstDay; day <= calendar.LastDay; day = day.AddDays(1))
        {
            members.Add(Member(calendar, day));
        }

        return members;
    }

    private static object?[] Member(WorkingCalendar calendar, DateOnly day)
    {
        ReportingYear year = ReportingYear.Of(day);
        int quarter = (((day.Month + 8) % 12) / 3) + 1;
        return
        [
            day,
            calendar.IsWorkingDay(day),
            calendar.WorkingDayNumber(day),
            (short)year.StartYear,
            year.ToString(),
            (short)quarter,
            string.Create(CultureInfo.InvariantCulture, $"{year} Q{quarter}"),
            new DateOnly(day.Year, day.Month, 1),
            day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ];
    }
}
