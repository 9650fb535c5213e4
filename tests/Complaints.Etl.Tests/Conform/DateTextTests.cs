using Complaints.Etl.Conform.Values;
using Complaints.Etl.Mapping;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Etl.Tests.Conform;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("05/03/2024", DateOrder.Dmy, "2024-03-05")]
    [InlineData("05/03/2024", DateOrder.Mdy, "2024-05-03")]
    [InlineData("2024/3/5", DateOrder.Dmy, "2024-03-05")]
    [InlineData("5.3.24", DateOrder.Dmy, "2024-03-05")]
    [InlineData("05-Mar-2024", DateOrder.Mdy, "2024-03-05")]
    [InlineData("March 5, 2024", DateOrder.Dmy, "2024-03-05")]
    [InlineData("5th March 2024", DateOrder.Mdy, "2024-03-05")]
    [InlineData("20240305", DateOrder.Ymd, "2024-03-05")]
    [InlineData("05032024", DateOrder.Dmy, "2024-03-05")]
    [InlineData("2024-03-05", DateOrder.Mdy, "2024-03-05")]
    [InlineData("2024-03-05T14:35:10", DateOrder.Dmy, "2024-03-05")]
    [InlineData("2024-03-05 14:35", DateOrder.Dmy, "2024-03-05")]
    [InlineData("05/03/2024 14:35", DateOrder.Dmy, "2024-03-05")]
    [InlineData("05/03/2024 2:35 PM", DateOrder.Dmy, "2024-03-05")]
    [InlineData("2024-06-30T23:30:00Z", DateOrder.Dmy, "2024-07-01")]
    [InlineData("2024-12-31T23:30:00Z", DateOrder.Dmy, "2024-12-31")]
    [InlineData("2024-12-31T23:30:00-02:00", DateOrder.Dmy, "2025-01-01")]
    [InlineData("45356", DateOrder.Dmy, "2024-03-05")]
    [InlineData("45356.61", DateOrder.Dmy, "2024-03-05")]
    public void A_day_is_read_however_it_is_written(string text, DateOrder order, string expected)
    {
        Assert.Equal(DateFault.None, DateText.Read(text, order, out DateOnly day, out _));
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd"), day);
    }

    [Theory]
    [InlineData("31/02/2024", DateOrder.Dmy, nameof(DateFault.Unreadable))]
    [InlineData("03/25/2024", DateOrder.Dmy, nameof(DateFault.OtherOrder))]
    [InlineData("25/03/2024", DateOrder.Mdy, nameof(DateFault.OtherOrder))]
    [InlineData("10WD", DateOrder.Dmy, nameof(DateFault.Unreadable))]
    [InlineData("1234", DateOrder.Dmy, nameof(DateFault.Unreadable))]
    [InlineData("05/03/0024", DateOrder.Dmy, nameof(DateFault.Unreadable))]
    [InlineData("05/03/1824", DateOrder.Dmy, nameof(DateFault.OutOfRange))]
    [InlineData("2024-13-05", DateOrder.Dmy, nameof(DateFault.Unreadable))]
    [InlineData("2024-03-05x", DateOrder.Dmy, nameof(DateFault.Unreadable))]
    [InlineData("5/3", DateOrder.Dmy, nameof(DateFault.Unreadable))]
    public void What_is_no_day_in_the_order_given_says_why(string text, DateOrder order, string fault) =>
        Assert.Equal(Enum.Parse<DateFault>(fault), DateText.Read(text, order, out _, out _));

    [Fact]
    public void Every_day_written_in_an_order_reads_back_in_that_order()
    {
        Arbitrary<int> days = Gen.Choose(new DateOnly(1950, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber).ToArbitrary();
        (DateOrder Order, string Format)[] forms =
        [
            (DateOrder.Dmy, "dd/MM/yyyy"),
            (DateOrder.Mdy, "M/d/yyyy"),
            (DateOrder.Ymd, "yyyy.MM.dd"),
            (DateOrder.Dmy, "d MMM yyyy"),
            (DateOrder.Mdy, "yyyy-MM-dd"),
        ];
        Prop.ForAll(days, number => forms.All(form =>
        {
            DateOnly day = DateOnly.FromDayNumber(number);
            return DateText.Read(day.ToString(form.Format), form.Order, out DateOnly read, out _) == DateFault.None && read == day;
        })).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Random_text_never_throws() =>
        Prop.ForAll<NonEmptyString>(text =>
        {
            DateText.Read(text.Get, DateOrder.Dmy, out _, out _);
        }).QuickCheckThrowOnFailure();
}
