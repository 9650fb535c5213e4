using Complaints.Domain.Errors;
using Complaints.Learning.Bench;

namespace Complaints.Learning.Tests.Bench;

public sealed class TimeColumnTests
{
    [Theory]
    [InlineData(20160305, "2016-03-05", "2016-03-25")]
    [InlineData(20160305, "2016-03-05T14:30:00+01:00", "2016-03-25 09:00")]
    [InlineData(20160305, "05/03/2016", "25/03/2016")]
    [InlineData(20160305, "3/5/2016", "3/25/2016")]
    [InlineData(20160305, "5-3-2016", "25-3-2016")]
    [InlineData(20160305, "5.3.2016 08:15", "25.3.2016 08:15")]
    [InlineData(20160305, "3/5/2016 0:00:00", "3/25/2016 0:00:00")]
    [InlineData(20160305, "5 Mar 2016", "25 March 2016")]
    [InlineData(20160305, "20160305", "20160325")]
    [InlineData(20160305, "20160305T1430", "20160325 09:00")]
    [InlineData(20160305, "2016030514", "2016032509")]
    [InlineData(20160305, "05-Mar-16", "25-Mar-16")]
    [InlineData(20160305, "Saturday, 05 March 2016", "Friday, 25 March 2016")]
    [InlineData(20160305, "March 5, 2016", "Mar 25 2016")]
    public void Days_are_read_in_the_order_that_the_whole_column_allows(int first, params string[] cells)
    {
        TimeColumn times = TimeColumn.Read([.. cells], "day", monthFirst: null);
        Assert.Equal(TimeKind.Day, times.Kind);
        Assert.Equal([first, 20160325], times.Keys);
    }

    [Theory]
    [InlineData("Mar 2016")]
    [InlineData("March-2016")]
    [InlineData("2016-03")]
    public void A_month_is_read_by_its_name_or_its_number(string cell)
    {
        TimeColumn times = TimeColumn.Read([cell], "month", monthFirst: null);
        Assert.Equal((TimeKind.Month, 201603), (times.Kind, Assert.Single(times.Keys)));
    }

    [Fact]
    public void A_column_in_which_nothing_tells_the_order_is_refused_until_it_is_said()
    {
        List<string> cells = ["03/04/2016", "05/06/2016"];
        UserException error = Assert.Throws<UserException>(() => TimeColumn.Read(cells, "day", null));
        Assert.Contains("--date-order", error.Fix, StringComparison.Ordinal);
        Assert.Equal([20160304, 20160506], TimeColumn.Read(cells, "day", monthFirst: true).Keys);
        Assert.Equal([20160403, 20160605], TimeColumn.Read(cells, "day", monthFirst: false).Keys);
    }

    [Theory]
    [InlineData("25/03/2016", "03/25/2016")]
    [InlineData("2016-03-05", "7")]
    [InlineData("2016-03-05", "2016-03")]
    [InlineData("2016-02-30", "2016-02-01")]
    [InlineData("5/3/16", "6/3/16")]
    [InlineData("soon", "2016-03-05")]
    [InlineData("1451606400", "1451606401")]
    [InlineData("Smarch 2016", "May 2016")]
    [InlineData("", "2016-03-05")]
    public void Times_of_two_kinds_or_of_none_are_refused_with_the_row(string one, string other)
    {
        UserException error = Assert.Throws<UserException>(() => TimeColumn.Read([one, other], "day", null));
        Assert.Contains("below the header", error.Where, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2016-01..2016-03", 20160101, 20160331)]
    [InlineData("2016-02", 20160201, 20160231)]
    [InlineData("2015..2016", 20150101, 20161231)]
    [InlineData("2016-01-15..2016-02", 20160115, 20160231)]
    public void Over_days_a_month_or_a_year_stands_for_all_of_its_days(string text, int from, int to) =>
        Assert.Equal(new TimeRange(from, to), TimeRange.Parse(text).In(TimeKind.Day, "--train"));

    [Fact]
    public void Over_months_a_year_stands_for_its_months_and_days_are_refused()
    {
        Assert.Equal(new TimeRange(201501, 201612), TimeRange.Parse("2015..2016").In(TimeKind.Month, "--train"));
        Assert.Throws<UsageException>(() => TimeRange.Parse("2016-01-01..2016-01-31").In(TimeKind.Month, "--train"));
        Assert.Equal(new TimeRange(1, 2), TimeRange.Parse("1-2").In(TimeKind.Number, "--train"));
    }
}
