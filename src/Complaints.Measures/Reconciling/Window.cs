using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Time;

namespace Complaints.Measures.Reconciling;

/// <summary>Days whose complaints are counted.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, included.</param>
/// <param name="Cause">In what they differ from the printed period; null for the period itself.</param>
internal sealed record Window(DateOnly First, DateOnly Last, Cause? Cause)
{
    private static readonly DateOnly s_first = ReportingYear.FromStartYear(Limits.FirstReportingYear).FirstDay;
    private static readonly DateOnly s_last = ReportingYear.FromStartYear(Limits.LastReportingYear).LastDay;

    /// <summary>"2023-04-01 to 2024-03-31".</summary>
    internal string Words => string.Create(CultureInfo.InvariantCulture, $"{First:yyyy-MM-dd} to {Last:yyyy-MM-dd}");

    /// <summary>How many days they are.</summary>
    internal int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The reporting year by whose homes its complaints are divided.</summary>
    internal int HomesYear => ReportingYear.Of(Last).StartYear;

    /// <summary>The printed period first, then the others that somebody may have meant; each but the first of whole months.</summary>
    internal static IReadOnlyList<Window> Of(PrintedPeriod period)
    {
        List<Window> windows = [new Window(period.First, period.Last, null)];
        if (!period.IsOfMonths)
        {
            return windows;
        }

        Add("year_before", period.First.AddYears(-1), period.Last.AddDays(1).AddYears(-1).AddDays(-1));
        Add("year_after", period.First.AddYears(1), period.Last.AddDays(1).AddYears(1).AddDays(-1));
        DateOnly year = ReportingYear.Of(period.First).FirstDay;
        if (!period.IsYear)
        {
            AddMonths("whole_year", year, 12);
            return windows;
        }

        AddMonths("half_year", year, 6);
        AddMonths("half_year", year.AddMonths(6), 6);
        for (int quarter = 0; quarter < 4; quarter++)
        {
            AddMonths("quarter", year.AddMonths(3 * quarter), 3);
        }

        AddMonths("calendar_year", new DateOnly(year.Year, 1, 1), 12);
        AddMonths("calendar_year", new DateOnly(year.Year + 1, 1, 1), 12);
        for (int months = -11; months < 12; months++)
        {
            // From April it is the year itself, from January a calendar year.
            if (months % 12 != 0 && year.AddMonths(months).Month != 1)
            {
                AddMonths("rolling_year", year.AddMonths(months), 12);
            }
        }

        return windows;

        void AddMonths(string cause, DateOnly first, int months) => Add(cause, first, first.AddMonths(months).AddDays(-1));

        void Add(string cause, DateOnly first, DateOnly last)
        {
            if (first >= s_first && last <= s_last)
            {
                windows.Add(new Window(first, last, Causes.Find(cause)));
            }
        }
    }
}
