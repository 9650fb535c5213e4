using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Cases;

/// <summary>
/// Says in words why a stage is late or overdue: how far, by which rule, from which day, and what became of an extension.
/// </summary>
internal static class LateWords
{
    internal static string Of(StageDates dates, StageRule rule, CaseTimes times, DateOnly asAt, WorkingCalendar calendar)
    {
        bool late = times.Basis == InTimeBasis.Late;
        if (!late && (times.Basis != InTimeBasis.Open || asAt <= times.Due))
        {
            return "";
        }

        int over = calendar.WorkingDaysBetween(times.Due, late ? dates.Responded!.Value : asAt);
        string what = late ? "answered" : "waits for an answer";
        string due = times.ExtendedDue is DateOnly extended
            ? $"{Day(extended)}, to which it was extended from {Day(times.StandardDue)}"
            : Day(times.StandardDue);
        return $"{what} {Count(over)} after {due}: {Count(rule.RespondWithin.Count)} from {Start(dates, rule, times)} on {Day(times.StartedOn)} "
            + $"({rule.RespondParagraph}){Extension(dates, times, asAt)}";
    }

    private static string Start(StageDates dates, StageRule rule, CaseTimes times) => rule.ClockStart switch
    {
        ClockStart.Acknowledged when dates.Acknowledged == times.StartedOn => "the acknowledgement",
        ClockStart.Acknowledged => "the last day for an acknowledgement",
        ClockStart.Logged when dates.Logged == times.StartedOn => "logging",
        ClockStart.Logged => "receipt (no day of logging counts)",
        _ => "receipt",
    };

    private static string Extension(StageDates dates, CaseTimes times, DateOnly asAt)
    {
        if (times.ExtendedDue is not null)
        {
            return times.Faults.HasFlag(ExtensionFault.TooLong) ? "; the extension was longer than the Code permits" : "";
        }

        if (dates.Extension is null || dates.Extension.AgreedOn > asAt)
        {
            return "; no extension is recorded";
        }

        IEnumerable<string> faults = CatalogueWords.ExtensionFaults
            .Where(fault => times.Faults.HasFlag(fault.Value))
            .Select(fault => fault.Key.Replace('_', ' '));
        return $"; the extension does not count: {string.Join(", ", faults)}";
    }

    private static string Count(int days) => string.Create(CultureInfo.InvariantCulture, $"{days} working day{(days == 1 ? "" : "s")}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
