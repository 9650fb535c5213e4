using Complaints.Escalation.Cases;
using System.Collections.Immutable;
using Complaints.Learning.Table;
using static Complaints.Escalation.Features.CaseFeature;
using static Complaints.Escalation.Features.ReasonText;

namespace Complaints.Escalation.Features;

/// <summary>Time so far against the Complaint Handling Code (Code 2024 §6.2 to §6.4), in working days.</summary>
internal static class ClockFeatures
{
    private const string WorkingDays = "working days";
    // Half of the ten that the Code gives: what is due later can hardly be told as pressing.
    private const int Soon = 5;
    private const string NoDue = "due date not known";

    public static ImmutableArray<CaseFeature> All { get; } =
    [
        Number(
            "days_open", "Working days from receipt to the response, or so far", WorkingDays, FeatureTopic.Clock,
            DaysOpen, m => WorkingDaySpan.Between(m.Facts.ReceivedOn, m.ClockEnd)),
        Number(
            "days_left", "Working days left to the due date, while open", WorkingDays, FeatureTopic.Clock,
            DaysLeft, m => m.IsAnswered ? null : m.Clock is null ? null : WorkingDaySpan.Between(m.Day, m.Clock.Due)),
        Number(
            "days_over_standard", "Working days beyond the standard time, extended or not", WorkingDays, FeatureTopic.Clock,
            DaysOverStandard, m => m.Clock is null ? null : WorkingDaySpan.Between(m.Clock.StandardDue, m.ClockEnd), Monotone.Increasing),
        Number(
            "days_overdue", "Working days beyond the due date, a valid extension allowed for", WorkingDays, FeatureTopic.Clock,
            DaysOverdue, m => m.Clock is null ? null : WorkingDaySpan.Between(m.Clock.Due, m.ClockEnd), Monotone.Increasing),
        Number(
            "is_extended", "Whether the time was extended, validly or not", "0 or 1", FeatureTopic.Clock,
            m => IsExtended(m) ? Either("the time for the answer was extended") : Aside("not extended"), m => IsExtended(m) ? 1 : 0),
        Number(
            "acknowledged_late", "Working days the acknowledgement is or was late", WorkingDays, FeatureTopic.Acknowledgement,
            AcknowledgedLate, m => LateAcknowledgement(m), Monotone.Increasing),
        Number(
            "is_acknowledged", "Whether it is acknowledged", "0 or 1", FeatureTopic.Acknowledgement,
            m => m.Facts.AcknowledgedOn is null ? Raising(NotAcknowledged(m)) : Aside("acknowledged"),
            m => m.Facts.AcknowledgedOn is null ? 0 : 1),
    ];

    private static ReasonText DaysOpen(CaseMoment m)
    {
        int days = WorkingDaySpan.Between(m.Facts.ReceivedOn, m.ClockEnd);
        string text = (m.IsAnswered, days) switch
        {
            (true, 0) => "answered on the day of receipt",
            (true, _) => $"answered after {Words.Days(days)}",
            (false, 0) => "received today",
            (false, _) => $"{Words.Days(days)} since receipt",
        };
        // Beyond the standard time no length of it speaks for a case. Within it an open case may be told for either; a quick answer is none
        // to regret.
        return m.Clock is null ? Either(text)
            : m.ClockEnd > m.Clock.StandardDue ? Raising(text)
            : m.IsAnswered ? Lowering(text) : Either(text);
    }

    private static ReasonText DaysLeft(CaseMoment m) =>
        m.IsAnswered ? Aside("answered")
        : m.Clock is null ? Aside(NoDue)
        : m.Day == m.Clock.Due ? Raising("due today")
        : m.Day > m.Clock.Due ? Raising($"{Words.Days(WorkingDaySpan.Between(m.Clock.Due, m.Day))} overdue")
        : WorkingDaySpan.Between(m.Day, m.Clock.Due) is <= Soon and int left ? Raising($"due in {Words.Days(left)}")
        : Lowering($"due in {Words.Days(WorkingDaySpan.Between(m.Day, m.Clock.Due))}");

    private static ReasonText DaysOverStandard(CaseMoment m)
    {
        if (m.Clock is null)
        {
            return Aside(NoDue);
        }

        int days = WorkingDaySpan.Between(m.Clock.StandardDue, m.ClockEnd);
        string answered = m.IsAnswered ? "answered " : "";
        return days == 0
            ? Lowering($"{answered}within the standard time")
            : Raising($"{answered}{Words.Days(days)} beyond the standard time");
    }

    private static ReasonText DaysOverdue(CaseMoment m)
    {
        if (m.Clock is null)
        {
            return Aside(NoDue);
        }

        int days = WorkingDaySpan.Between(m.Clock.Due, m.ClockEnd);
        return (m.IsAnswered, days) switch
        {
            (true, 0) => Lowering("answered in time"),
            (true, _) => Raising($"answered {Words.Days(days)} late"),
            (false, 0) => Lowering("not overdue"),
            (false, _) => Raising($"{Words.Days(days)} overdue"),
        };
    }

    private static ReasonText AcknowledgedLate(CaseMoment m) => (m.Facts.AcknowledgedOn, LateAcknowledgement(m)) switch
    {
        (_, null) => Aside("no time limit for the acknowledgement"),
        (null, 0) => Aside(NotAcknowledged(m)),
        (null, int days) => Raising(m.IsAnswered ? NotAcknowledged(m) : $"acknowledgement {Words.Days(days)} overdue"),
        (_, 0) => Lowering("acknowledged in time"),
        (_, int days) => Raising($"acknowledged {Words.Days(days)} late"),
    };

    private static string NotAcknowledged(CaseMoment m) => m.IsAnswered ? "answered without an acknowledgement" : "not acknowledged yet";

    private static int? LateAcknowledgement(CaseMoment m) =>
        m.Clock?.AcknowledgeDue is DateOnly due ? WorkingDaySpan.Between(due, m.Facts.AcknowledgedOn ?? m.ClockEnd) : null;

    private static bool IsExtended(CaseMoment m) => m.Facts.Extension is { IsEmpty: false };
}
