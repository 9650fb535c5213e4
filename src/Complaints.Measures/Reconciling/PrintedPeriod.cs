using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Reconciling;

/// <summary>The days that a printed figure says it is of.</summary>
/// <param name="Words">As it stands: "2023/24", "2023/24 H1", "2023/24 Q1", "2023-04" or "2023-11-16..2024-11-15".</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, included.</param>
public sealed record PrintedPeriod(string Words, DateOnly First, DateOnly Last)
{
    /// <summary>Whether it is made of whole months.</summary>
    internal bool IsOfMonths => First.Day == 1 && Last.AddDays(1).Day == 1;

    /// <summary>Whether it is a reporting year.</summary>
    internal bool IsYear => First is { Day: 1, Month: 4 } && Last == First.AddYears(1).AddDays(-1);

    /// <summary>Reads a period.</summary>
    /// <exception cref="UserException">It is none, or of days that cannot be asked about.</exception>
    public static PrintedPeriod Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string words = text.Trim();
        (DateOnly first, DateOnly last) = Read(words) ?? throw new UserException(
            $"'{words}' is not a period.",
            expected: "2023/24, 2023/24 H1, 2023/24 Q1, 2023-04, or two days as 2023-11-16..2024-11-15",
            fix: "write the period that the report gives the figure for");
        SupportedDays.Require(first, "period");
        SupportedDays.Require(last, "period");
        return new PrintedPeriod(words, first, last);
    }

    private static (DateOnly First, DateOnly Last)? Read(string words)
    {
        if (ReportingYear.TryParse(words, out ReportingYear year))
        {
            return (year.FirstDay, year.LastDay);
        }

        if (words.Split(' ') is [string of, [('H' or 'h' or 'Q' or 'q') and char kind, >= '1' and <= '4' and char digit]]
            && ReportingYear.TryParse(of, out year))
        {
            int months = char.ToUpperInvariant(kind) == 'H' ? 6 : 3;
            int number = digit - '1';
            DateOnly first = year.FirstDay.AddMonths(months * number);
            return months * number < 12 ? (first, first.AddMonths(months).AddDays(-1)) : null;
        }

        if (DateOnly.TryParseExact(words, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month))
        {
            return (month, month.AddMonths(1).AddDays(-1));
        }

        return words.Split("..") is [string from, string to] && Day(from) is DateOnly begin && Day(to) is DateOnly end && begin <= end
            ? (begin, end)
            : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
