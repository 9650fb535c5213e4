using Complaints.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Complaints.Domain.Tests.Time;

public class WorkingCalendarProperties
{
    private static readonly WorkingCalendar s_calendar = WorkingCalendar.EnglandAndWales;

    private static readonly Gen<(DateOnly Day, int Count)> s_dayAndCount =
        from day in Arbitraries.Day
        from count in Gen.Choose(0, 90)
        select (day, count);

    private static readonly Gen<(DateOnly From, DateOnly To)> s_twoDays =
        from start in Arbitraries.Day
        from length in Gen.Choose(-60, 180)
        select (start, Later(start, length));

    [Property(MaxTest = 2_000)]
    public Property Adding_and_counting_are_inverse() =>
        s_dayAndCount.Holds(x => s_calendar.WorkingDaysBetween(x.Day, s_calendar.AddWorkingDays(x.Day, x.Count)) == x.Count);

    [Property(MaxTest = 2_000)]
    public Property Adding_lands_on_a_working_day() =>
        s_dayAndCount.Holds(x => x.Count == 0 || s_calendar.IsWorkingDay(s_calendar.AddWorkingDays(x.Day, x.Count)));

    [Property(MaxTest = 2_000)]
    public Property Adding_in_two_steps_is_adding_at_once() =>
        (from x in s_dayAndCount from more in Gen.Choose(0, 30) select (x.Day, x.Count, More: more)).Holds(x =>
            s_calendar.AddWorkingDays(s_calendar.AddWorkingDays(x.Day, x.Count), x.More)
            == s_calendar.AddWorkingDays(x.Day, x.Count + x.More));

    [Property(MaxTest = 2_000)]
    public Property A_later_start_never_ends_earlier() =>
        (from x in s_dayAndCount from days in Gen.Choose(0, 20) select (x.Day, x.Count, Days: days)).Holds(x =>
            s_calendar.AddWorkingDays(x.Day, x.Count) <= s_calendar.AddWorkingDays(x.Day.AddDays(x.Days), x.Count));

    [Property(MaxTest = 2_000)]
    public Property More_working_days_end_later() =>
        s_dayAndCount.Holds(x => s_calendar.AddWorkingDays(x.Day, x.Count) < s_calendar.AddWorkingDays(x.Day, x.Count + 1));

    [Property(MaxTest = 2_000)]
    public Property Counting_by_number_equals_walking_day_by_day() =>
        s_twoDays.Holds(x =>
            s_calendar.WorkingDaysBetween(x.From, x.To) == Arbitraries.CountByWalking(s_calendar, x.From, x.To));

    [Fact]
    public void The_running_number_grows_by_one_on_working_days_and_stands_still_on_others()
    {
        int expected = 0;
        for (DateOnly day = s_calendar.FirstDay; day <= s_calendar.LastDay; day = day.AddDays(1))
        {
            expected += s_calendar.IsWorkingDay(day) ? 1 : 0;
            Assert.Equal(expected, s_calendar.WorkingDayNumber(day));
        }
    }

    [Fact]
    public void A_day_is_worked_when_it_is_a_weekday_and_no_holiday()
    {
        var holidays = new HashSet<DateOnly>(Enumerable.Range(2012, 17).SelectMany(StatutoryHolidays.Of));
        for (DateOnly day = s_calendar.FirstDay; day <= s_calendar.LastDay; day = day.AddDays(1))
        {
            bool weekday = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.Equal(weekday && !holidays.Contains(day), s_calendar.IsWorkingDay(day));
        }
    }

    [Property(MaxTest = 2_000)]
    public Property Closure_days_never_bring_a_due_date_forward()
    {
        WorkingCalendar closed = s_calendar.WithClosureDays(
            "christmas",
            [.. Enumerable.Range(2012, 16).SelectMany(year => Enumerable.Range(27, 5).Select(day => new DateOnly(year, 12, day)))]);

        return s_dayAndCount.Holds(x => closed.AddWorkingDays(x.Day, x.Count) >= s_calendar.AddWorkingDays(x.Day, x.Count));
    }

    private static DateOnly Later(DateOnly day, int days)
    {
        DateOnly later = day.AddDays(days);
        return later < s_calendar.FirstDay ? s_calendar.FirstDay : later;
    }
}
