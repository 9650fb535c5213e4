using Complaints.Domain.Errors;
using Complaints.Domain.Time;

namespace Complaints.Domain.Tests.Time;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar s_calendar = WorkingCalendar.EnglandAndWales;

    [Fact]
    public void The_day_of_the_event_is_day_0() =>
        Assert.Equal(new DateOnly(2024, 6, 17), s_calendar.AddWorkingDays(new DateOnly(2024, 6, 3), 10));

    [Fact]
    public void Counting_may_start_on_a_weekend()
    {
        Assert.Equal(new DateOnly(2024, 6, 3), s_calendar.AddWorkingDays(new DateOnly(2024, 6, 1), 1));
        Assert.Equal(new DateOnly(2024, 6, 1), s_calendar.AddWorkingDays(new DateOnly(2024, 6, 1), 0));
    }

    [Fact]
    public void Easter_2024_takes_two_days_out_around_the_change_of_the_Code()
    {
        Assert.Equal(new DateOnly(2024, 4, 2), s_calendar.AddWorkingDays(new DateOnly(2024, 3, 28), 1));
        Assert.Equal(0, s_calendar.WorkingDaysBetween(new DateOnly(2024, 3, 28), new DateOnly(2024, 4, 1)));
        Assert.Equal(1, s_calendar.WorkingDaysBetween(new DateOnly(2024, 3, 28), new DateOnly(2024, 4, 2)));
    }

    [Fact]
    public void The_Coronation_took_a_Monday_out() =>
        Assert.Equal(new DateOnly(2023, 5, 9), s_calendar.AddWorkingDays(new DateOnly(2023, 5, 5), 1));

    [Fact]
    public void Days_between_are_none_when_the_end_is_not_after_the_start()
    {
        var day = new DateOnly(2024, 6, 3);

        Assert.Equal(0, s_calendar.WorkingDaysBetween(day, day));
        Assert.Equal(0, s_calendar.WorkingDaysBetween(day, day.AddDays(-30)));
    }

    [Fact]
    public void The_range_is_2012_to_2028_and_its_ends_belong_to_it()
    {
        Assert.Equal(new DateOnly(2012, 1, 1), s_calendar.FirstDay);
        Assert.Equal(new DateOnly(2028, 12, 31), s_calendar.LastDay);
        Assert.Equal(0, s_calendar.WorkingDayNumber(s_calendar.FirstDay));
        Assert.False(s_calendar.IsWorkingDay(s_calendar.FirstDay));
        Assert.Equal(1, s_calendar.WorkingDayNumber(new DateOnly(2012, 1, 3)));
        Assert.Equal(new DateOnly(2028, 12, 29), s_calendar.AddWorkingDays(new DateOnly(2028, 12, 28), 1));
    }

    [Theory]
    [InlineData(2011, 12, 31)]
    [InlineData(2029, 1, 1)]
    public void A_day_outside_the_range_is_refused_with_the_range(int year, int month, int day)
    {
        var outside = new DateOnly(year, month, day);

        Assert.False(s_calendar.Covers(outside));
        UserException refused = Assert.Throws<UserException>(() => s_calendar.IsWorkingDay(outside));
        Assert.Contains("2012-01-01 to 2028-12-31", refused.Message, StringComparison.Ordinal);
        Assert.Throws<UserException>(() => s_calendar.WorkingDayNumber(outside));
        Assert.Throws<UserException>(() => s_calendar.AddWorkingDays(outside, 0));
        Assert.Throws<UserException>(() => s_calendar.WorkingDaysBetween(outside, s_calendar.FirstDay));
    }

    [Fact]
    public void A_result_beyond_the_range_is_refused()
    {
        Assert.Throws<UserException>(() => s_calendar.AddWorkingDays(new DateOnly(2028, 12, 29), 1));
        Assert.Throws<UserException>(() => s_calendar.AddWorkingDays(new DateOnly(2028, 12, 1), int.MaxValue));
    }

    [Fact]
    public void A_negative_count_is_a_fault_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => s_calendar.AddWorkingDays(new DateOnly(2024, 6, 3), -1));

    [Fact]
    public void Closure_days_are_off_unless_asked_for_and_show_in_the_id()
    {
        DateOnly[] christmas = [new(2024, 12, 27), new(2024, 12, 30), new(2024, 12, 31)];
        WorkingCalendar closed = s_calendar.WithClosureDays("lh3827-christmas", christmas);

        Assert.Equal("england-and-wales", s_calendar.Id);
        Assert.Empty(s_calendar.ClosureDays);
        Assert.Equal("england-and-wales+lh3827-christmas", closed.Id);
        Assert.Equal(christmas, closed.ClosureDays);
        Assert.NotEqual(s_calendar.Version, closed.Version);
        Assert.Equal(new DateOnly(2024, 12, 27), s_calendar.AddWorkingDays(new DateOnly(2024, 12, 24), 1));
        Assert.Equal(new DateOnly(2025, 1, 2), closed.AddWorkingDays(new DateOnly(2024, 12, 24), 1));
    }

    [Fact]
    public void The_version_of_a_calendar_with_closure_days_depends_on_the_days_alone()
    {
        DateOnly[] days = [new(2024, 12, 30), new(2024, 12, 27)];
        string version = s_calendar.WithClosureDays("a", days).Version;

        Assert.Equal(version, s_calendar.WithClosureDays("a", [.. days.Reverse()]).Version);
        Assert.NotEqual(version, s_calendar.WithClosureDays("a", [days[0]]).Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Two Words")]
    public void A_closure_name_that_could_not_stand_in_an_id_is_refused(string name) =>
        Assert.Throws<UserException>(() => s_calendar.WithClosureDays(name, []));

    [Fact]
    public void Closure_days_have_a_limit_and_a_range()
    {
        DateOnly[] year = [.. Enumerable.Range(0, Limits.ClosureDays + 1).Select(new DateOnly(2024, 1, 1).AddDays)];

        Assert.Throws<UserException>(() => s_calendar.WithClosureDays("all", year));
        Assert.Throws<UserException>(() => s_calendar.WithClosureDays("old", [new DateOnly(1999, 1, 1)]));
    }
}
