using Complaints.Measures.Reconciling;

namespace Complaints.Measures.Tests.Reconciling;

/// <summary>How a value came to its places, on the printed figures of the reports and around the halves.</summary>
public sealed class PrintedRoundingTests
{
    [Theory]
    [InlineData("26%", 4, 15, 100, "truncated")]
    [InlineData("27%", 4, 15, 100, "")]
    [InlineData("48.0", 352, 7321, 1000, "truncated")]
    [InlineData("48.1", 352, 7321, 1000, "")]
    [InlineData("48", 352, 7321, 1000, "")]
    [InlineData("13%", 1, 8, 100, "")]
    [InlineData("12%", 1, 8, 100, "half_to_even")]
    [InlineData("37%", 3, 8, 100, "truncated")]
    [InlineData("12.5", 1, 8, 100, "")]
    [InlineData("28%", 1, 8, 100, null)]
    [InlineData("85%", 13, 13, 100, null)]
    [InlineData("14%", 1, 8, 100, null)]
    public void A_value_is_half_up_or_cut_off_or_even_or_none(string printed, int above, int below, int factor, string? cause)
    {
        Assert.True(PrintedNumber.TryParse(printed, out PrintedNumber? value));
        IReadOnlyList<Cause>? found = PrintedRounding.Of(value!, new Counts(above, below, factor));
        Assert.Equal(cause, found is null ? null : string.Join('+', found.Select(one => one.Id)));
    }

    [Theory]
    [InlineData("£92,236.77", 92236.77, 2, PrintedMark.Pounds)]
    [InlineData(" 1,025 ", 1025, 0, PrintedMark.None)]
    [InlineData("48.0", 48.0, 1, PrintedMark.None)]
    [InlineData("9 %", 9, 0, PrintedMark.Percent)]
    [InlineData("20 a week", 20, 0, PrintedMark.PerWeek)]
    [InlineData("10.6 per week", 10.6, 1, PrintedMark.PerWeek)]
    public void A_printed_value_keeps_its_mark_and_its_places(string text, double number, int places, PrintedMark mark)
    {
        Assert.True(PrintedNumber.TryParse(text, out PrintedNumber? value));
        Assert.Equal(((decimal)number, places, mark), (value!.Value, value.Places, value.Mark));
    }

    [Theory]
    [InlineData("c. 70%")]
    [InlineData("over half")]
    [InlineData("10,25")]
    [InlineData("1025,000")]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("-3")]
    [InlineData("5.")]
    public void What_is_no_exact_number_is_none(string text) => Assert.False(PrintedNumber.TryParse(text, out _));

    [Theory]
    [InlineData("2023/24", "2023-04-01", "2024-03-31")]
    [InlineData("2023/24 H2", "2023-10-01", "2024-03-31")]
    [InlineData("2023/24 Q1", "2023-04-01", "2023-06-30")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-11-16..2024-11-15", "2023-11-16", "2024-11-15")]
    public void A_period_is_the_days_it_says(string text, string first, string last)
    {
        PrintedPeriod period = PrintedPeriod.Parse(text);
        Assert.Equal((first, last), ($"{period.First:yyyy-MM-dd}", $"{period.Last:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("2023")]
    [InlineData("2023/24 H3")]
    [InlineData("2023/24 Q5")]
    [InlineData("2023-11-16..2023-11-15")]
    [InlineData("1023-11-16..1023-11-17")]
    public void What_is_no_period_is_refused(string text) =>
        Assert.ThrowsAny<Domain.Errors.UserException>(() => PrintedPeriod.Parse(text));
}
