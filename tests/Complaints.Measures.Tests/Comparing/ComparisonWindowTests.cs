using Complaints.Measures.Comparing;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Tests.Comparing;

public sealed class ComparisonWindowTests
{
    [Theory]
    [InlineData(ComparisonKind.PriorYear, "2024-04-01", "2025-03-31", "2025-06-30", "2023-04-01", "2024-03-31", null)]
    [InlineData(ComparisonKind.PriorYear, "2025-04-01", "2026-03-31", "2025-06-30", "2024-04-01", "2025-03-31", null)]
    [InlineData(ComparisonKind.SamePeriodLastYear, "2025-04-01", "2026-03-31", "2025-06-30", "2024-04-01", "2024-06-30", "2024-06-30")]
    [InlineData(ComparisonKind.SamePeriodLastYear, "2024-04-01", "2025-03-31", "2025-06-30", "2023-04-01", "2024-03-31", "2024-06-30")]
    [InlineData(ComparisonKind.SamePeriodLastYear, "2025-02-01", "2025-02-28", "2025-02-28", "2024-02-01", "2024-02-29", "2024-02-29")]
    [InlineData(ComparisonKind.SamePeriodLastYear, "2024-02-01", "2024-02-29", "2024-02-29", "2023-02-01", "2023-02-28", "2023-02-28")]
    [InlineData(ComparisonKind.YearToDate, "2025-06-01", "2025-06-30", "2025-06-15", "2025-04-01", "2025-06-15", null)]
    [InlineData(ComparisonKind.YearToDate, "2025-01-01", "2025-03-31", "2025-06-15", "2024-04-01", "2025-03-31", null)]
    [InlineData(ComparisonKind.RollingTwelveMonths, "2025-06-01", "2025-06-30", "2025-07-15", "2024-07-01", "2025-06-30", null)]
    [InlineData(ComparisonKind.RollingTwelveMonths, "2024-02-01", "2024-02-29", "2025-07-15", "2023-03-01", "2024-02-29", null)]
    public void The_days_beside_a_figure_are_those_of_the_calendar(
        ComparisonKind kind, string first, string last, string asAt, string from, string to, string? standsAt)
    {
        ComparisonWindow window = ComparisonWindow.Of(kind, new DateSpan(Day(first), Day(last).AddDays(1)), Day(asAt))!.Value;

        Assert.Equal((Day(from), Day(to).AddDays(1)), (window.First, window.End));
        Assert.Equal(standsAt is null ? null : Day(standsAt), window.AsAt);
    }

    [Theory]
    [InlineData(ComparisonKind.SamePeriodLastYear)]
    [InlineData(ComparisonKind.YearToDate)]
    [InlineData(ComparisonKind.RollingTwelveMonths)]
    public void Days_of_which_none_has_passed_have_nothing_beside_them(ComparisonKind kind) =>
        Assert.Null(ComparisonWindow.Of(kind, new DateSpan(new DateOnly(2025, 7, 1), new DateOnly(2025, 8, 1)), new DateOnly(2025, 6, 30)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
