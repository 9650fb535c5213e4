using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;

namespace Complaints.Measures.Queries;

/// <summary>Periods as numbers in SQL and as words for people, both ways.</summary>
internal static class PeriodWords
{
    /// <summary>Reporting year 2024 → "2024/25"; quarter 20241 → "2024/25 Q1"; month 202404 → "2024-04".</summary>
    internal static string Word(DimensionKind kind, int number) => kind switch
    {
        DimensionKind.ReportingYear => ReportingYear.FromStartYear(number).ToString(),
        DimensionKind.Quarter => $"{ReportingYear.FromStartYear(number / 10)} Q{number % 10}",
        DimensionKind.Week => string.Create(CultureInfo.InvariantCulture, $"{number / 100:0000}-W{number % 100:00}"),
        DimensionKind.Month => string.Create(CultureInfo.InvariantCulture, $"{number / 100:0000}-{number % 100:00}"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a period."),
    };

    /// <summary>The days that a word means.</summary>
    /// <exception cref="UserException">Not such a period.</exception>
    internal static DateSpan Days(Dimension dimension, string word) => dimension.Kind switch
    {
        DimensionKind.ReportingYear => Period.Of(ReportingYear.Parse(word)),
        DimensionKind.Quarter => Quarter(word),
        DimensionKind.Week => Week(word),
        _ => Month(word),
    };

    /// <summary>The days that a period of a result covers.</summary>
    internal static DateSpan Days(string dimension, string word) => Days(Dimensions.Find(dimension), word);

    private static DateSpan Quarter(string word)
    {
        string[] parts = word.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool valid = parts.Length == 2 && parts[1].Length == 2 && parts[1][0] is 'Q' or 'q' && parts[1][1] is >= '1' and <= '4';
        if (!valid || !ReportingYear.TryParse(parts[0], out ReportingYear year))
        {
            throw Fault(word, "a quarter of a reporting year such as 2024/25 Q1");
        }

        DateOnly first = year.FirstDay.AddMonths(3 * (parts[1][1] - '1'));
        return new DateSpan(first, first.AddMonths(3));
    }

    private static DateSpan Month(string word)
    {
        if (!DateOnly.TryParseExact(word, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first))
        {
            throw Fault(word, "a month such as 2024-04");
        }

        SupportedDays.Require(first, "filter month");
        return new DateSpan(first, first.AddMonths(1));
    }

    private static DateSpan Week(string word)
    {
        bool valid = word.Length == 8
            && word[4..6] is "-W" or "-w"
            && int.TryParse(word[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && int.TryParse(word[6..], NumberStyles.None, CultureInfo.InvariantCulture, out int week)
            && year is >= Limits.FirstReportingYear and <= Limits.LastReportingYear
            && week >= 1 && week <= ISOWeek.GetWeeksInYear(year);
        if (!valid)
        {
            throw Fault(word, "an ISO week such as 2024-W14");
        }

        DateOnly first = DateOnly.FromDateTime(ISOWeek.ToDateTime(
            int.Parse(word[..4], CultureInfo.InvariantCulture), int.Parse(word[6..], CultureInfo.InvariantCulture), DayOfWeek.Monday));
        SupportedDays.Require(first, "filter week");
        return new DateSpan(first, first.AddDays(7));
    }

    private static UserException Fault(string word, string expected) => new(
        $"'{word}' is not a period.",
        where: "filter",
        expected: expected,
        fix: "write the period as it stands in results");
}
