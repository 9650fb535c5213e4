using System.Text.Json;
using Complaints.Domain.Time;

namespace Complaints.Domain.Tests.Time;

public class BankHolidayTests
{
    private static readonly WorkingCalendar s_calendar = WorkingCalendar.EnglandAndWales;

    [Fact]
    public void The_calendar_equals_the_published_list_of_England_and_Wales()
    {
        string file = ReferenceData.FileOrSkip(Path.Combine("bank_holidays", "bank-holidays.json"));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
        (DateOnly Day, string Title)[] published =
        [
            .. json.RootElement.GetProperty("england-and-wales").GetProperty("events").EnumerateArray()
                .Select(holiday => (
                    DateOnly.ParseExact(holiday.GetProperty("date").GetString()!, "yyyy-MM-dd"),
                    holiday.GetProperty("title").GetString()!)),
        ];

        Assert.Equal(140, published.Length);
        Assert.Equal(published.Select(holiday => holiday.Day), s_calendar.BankHolidays.Select(holiday => holiday.Day));
        Assert.Equal(
            published.Select(holiday => holiday.Title.Replace(" (VE day)", "", StringComparison.Ordinal)),
            s_calendar.BankHolidays.Select(holiday => holiday.Name));
    }

    [Fact]
    public void The_calendar_equals_the_statutory_rules_with_the_proclaimed_exceptions()
    {
        IEnumerable<DateOnly> byRule = Enumerable.Range(2012, 17).SelectMany(StatutoryHolidays.Of);

        Assert.Equal(byRule.Order(), s_calendar.BankHolidays.Select(holiday => holiday.Day));
    }

    [Fact]
    public void No_bank_holiday_falls_on_a_weekend_or_twice()
    {
        Assert.DoesNotContain(s_calendar.BankHolidays, holiday => holiday.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Equal(s_calendar.BankHolidays.Count, s_calendar.BankHolidays.Select(holiday => holiday.Day).Distinct().Count());
    }

    [Theory]
    [InlineData(2012, 1, 2)] // substitute for New Year's Day
    [InlineData(2012, 6, 5)] // Diamond Jubilee
    [InlineData(2020, 5, 8)] // moved to VE day
    [InlineData(2021, 12, 27)]
    [InlineData(2021, 12, 28)]
    [InlineData(2022, 6, 2)] // moved for the Platinum Jubilee
    [InlineData(2022, 6, 3)] // Platinum Jubilee
    [InlineData(2022, 9, 19)] // State Funeral
    [InlineData(2022, 12, 27)]
    [InlineData(2023, 5, 8)] // Coronation
    [InlineData(2024, 3, 29)] // Good Friday, last working week of the Code 2022
    [InlineData(2024, 4, 1)] // Easter Monday, first day of the Code 2024
    [InlineData(2026, 12, 28)]
    [InlineData(2027, 12, 27)]
    [InlineData(2027, 12, 28)]
    public void An_irregular_day_is_not_worked(int year, int month, int day) =>
        Assert.False(s_calendar.IsWorkingDay(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(2020, 5, 4)] // the Monday from which the holiday was moved
    [InlineData(2022, 5, 30)]
    [InlineData(2012, 5, 28)]
    [InlineData(2024, 3, 28)]
    [InlineData(2024, 4, 2)]
    [InlineData(2023, 5, 9)]
    public void The_day_a_holiday_was_moved_from_or_stands_beside_is_worked(int year, int month, int day) =>
        Assert.True(s_calendar.IsWorkingDay(new DateOnly(year, month, day)));
}
