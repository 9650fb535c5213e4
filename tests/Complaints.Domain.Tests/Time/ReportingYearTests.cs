using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using FsCheck;
using FsCheck.Xunit;

namespace Complaints.Domain.Tests.Time;

public class ReportingYearTests
{
    [Theory]
    [InlineData("2024/25")]
    [InlineData("2024-25")]
    [InlineData("2024–25")]
    [InlineData("2024/2025")]
    [InlineData("2024-2025")]
    [InlineData("  2024/25 ")]
    public void A_year_is_read_in_the_forms_people_write(string text)
    {
        Assert.Equal(ReportingYear.FromStartYear(2024), ReportingYear.Parse(text));
        Assert.Equal("2024/25", ReportingYear.Parse(text).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("2024/24")]
    [InlineData("2024/26")]
    [InlineData("2024/2026")]
    [InlineData("24/25")]
    [InlineData("2024/1925")]
    [InlineData("2024.25")]
    [InlineData("2024/ 5")]
    [InlineData("+024/25")]
    [InlineData("1999/00")]
    [InlineData("2099/00")]
    [InlineData("٢٠٢٤/٢٥")]
    public void Anything_else_is_refused_with_the_form(string? text)
    {
        Assert.False(ReportingYear.TryParse(text, out ReportingYear year));
        Assert.Equal(default, year);
        UserException refused = Assert.Throws<UserException>(() => ReportingYear.Parse(text));
        Assert.Contains("2024/25", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_runs_from_1_April_to_31_March()
    {
        ReportingYear year = ReportingYear.Parse("2023/24");

        Assert.Equal(2023, year.StartYear);
        Assert.Equal(new DateOnly(2023, 4, 1), year.FirstDay);
        Assert.Equal(new DateOnly(2024, 3, 31), year.LastDay);
        Assert.Equal("2024/25", year.Next.ToString());
        Assert.Equal("2022/23", year.Previous.ToString());
        Assert.True(year.Next > year && year < year.Next && year <= year.Next && year.Next >= year);
    }

    [Fact]
    public void Years_across_a_century_keep_two_digits()
    {
        Assert.Equal("2008/09", ReportingYear.FromStartYear(2008).ToString());
        Assert.Equal("2098/99", ReportingYear.FromStartYear(Limits.LastReportingYear).ToString());
    }

    [Property(MaxTest = 2_000)]
    public Property Every_day_is_in_exactly_the_year_it_is_said_to_be_of() =>
        Arbitraries.DayBetween(new DateOnly(2001, 4, 1), new DateOnly(2098, 3, 31)).Holds(day =>
        {
            ReportingYear year = ReportingYear.Of(day);
            return year.Contains(day) && !year.Next.Contains(day) && !year.Previous.Contains(day);
        });

    [Property(MaxTest = 2_000)]
    public Property What_is_printed_is_read_back() =>
        Arbitraries.DayBetween(new DateOnly(2000, 4, 1), new DateOnly(2099, 3, 31)).Holds(day =>
            ReportingYear.Parse(ReportingYear.Of(day).ToString()) == ReportingYear.Of(day));

    [Fact]
    public void A_year_that_was_never_set_cannot_be_used()
    {
        Assert.Equal("", default(ReportingYear).ToString());
        Assert.Throws<InvalidOperationException>(() => default(ReportingYear).StartYear);
        Assert.Throws<InvalidOperationException>(() => default(ReportingYear).FirstDay);
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2099)]
    [InlineData(int.MaxValue)]
    public void A_year_out_of_range_is_refused(int startYear) =>
        Assert.Throws<UserException>(() => ReportingYear.FromStartYear(startYear));
}
