using Complaints.Domain.Time;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Comparing;

/// <summary>The days of a comparison, and the day as at which it stands.</summary>
/// <param name="First">First day.</param>
/// <param name="End">First day after.</param>
/// <param name="AsAt">Another day as at which it stands than the figure's; null for the same.</param>
internal readonly record struct ComparisonWindow(DateOnly First, DateOnly End, DateOnly? AsAt)
{
    /// <summary>The window beside a figure.</summary>
    /// <param name="kind">With what it is compared.</param>
    /// <param name="days">The figure's days, with a first one; an open end is the day as at which it stands.</param>
    /// <param name="asAt">The day as at which the figure stands.</param>
    /// <returns>Null where none of the figure's days has passed.</returns>
    internal static ComparisonWindow? Of(ComparisonKind kind, DateSpan days, DateOnly asAt)
    {
        DateOnly first = days.First!.Value;
        DateOnly passed = asAt.AddDays(1);
        DateOnly end = days.End < passed ? days.End.Value : passed;
        return kind switch
        {
            ComparisonKind.PriorYear => new ComparisonWindow(first.AddYears(-1), YearBefore(days.End ?? passed), null),
            _ when end <= first => null,
            ComparisonKind.SamePeriodLastYear => new ComparisonWindow(first.AddYears(-1), YearBefore(end), YearBefore(passed).AddDays(-1)),
            ComparisonKind.YearToDate => new ComparisonWindow(ReportingYear.Of(end.AddDays(-1)).FirstDay, end, null),
            ComparisonKind.RollingTwelveMonths => new ComparisonWindow(YearBefore(end), end, null),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a comparison."),
        };
    }

    // The day after the last: a year before what ends with 28 February of a common year, a leap year ends with the 29th.
    private static DateOnly YearBefore(DateOnly end) => end.AddYears(-1);
}
