namespace Complaints.Etl.Conform.Values;

/// <summary>
/// The day in the United Kingdom of a moment given with an offset. The rule since 1996 is written out, so that a machine without a
/// time zone database gives the same days: summer time from the last Sunday of March to the last Sunday of October, 01:00 UTC.
/// </summary>
internal static class UkTime
{
    private const int ChangeHour = 1;

    internal static DateOnly DayOf(DateTimeOffset moment)
    {
        DateTime utc = moment.UtcDateTime;
        bool summer = utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);
        return DateOnly.FromDateTime(summer ? utc.AddHours(1) : utc);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month), ChangeHour, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
