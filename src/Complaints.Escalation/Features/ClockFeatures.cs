using System.Collections.Immutable;
using Complaints.Escalation.Table;
using static Complaints.Escalation.Features.CaseFeature;

namespace Complaints.Escalation.Features;

/// <summary>Time so far against the Complaint Handling Code (Code 2024 §6.2 to §6.4 [F]), in working days.</summary>
internal static class ClockFeatures
{
    private const string WorkingDays = "working days";

    public static ImmutableArray<CaseFeature> All { get; } =
    [
        Number(
            "days_open", "Working days from receipt to the response, or so far", WorkingDays, FeatureTopic.Clock,
            new ReasonText("{days_open:working day} since receipt", "received today", "time since receipt not known"),
            m => WorkingDaySpan.Between(m.Facts.ReceivedOn, m.ClockEnd)),
        Number(
            "days_left", "Working days left to the due date, while open", WorkingDays, FeatureTopic.Clock,
            new ReasonText("due in {days_left:working day}", "no time left to the due date", "no longer open"),
            m => m.IsAnswered ? null : m.Clock is null ? null : WorkingDaySpan.Between(m.Day, m.Clock.Due)),
        Number(
            "days_over_standard", "Working days beyond the standard time, extended or not", WorkingDays, FeatureTopic.Clock,
            new ReasonText("{days_over_standard:working day} beyond the standard time", "within the standard time", "due date not known"),
            m => m.Clock is null ? null : WorkingDaySpan.Between(m.Clock.StandardDue, m.ClockEnd), Monotone.Increasing),
        Number(
            "days_overdue", "Working days beyond the due date, a valid extension allowed for", WorkingDays, FeatureTopic.Clock,
            new ReasonText("{days_overdue:working day} overdue", "not overdue", "due date not known"),
            m => m.Clock is null ? null : WorkingDaySpan.Between(m.Clock.Due, m.ClockEnd), Monotone.Increasing),
        Number(
            "is_extended", "Whether the time was extended, validly or not", "0 or 1", FeatureTopic.Clock,
            new ReasonText("the time for the answer was extended", "not extended", "extension not known"),
            m => m.Facts.Extension is { IsEmpty: false } ? 1 : 0),
        Number(
            "acknowledged_late", "Working days the acknowledgement is or was late", WorkingDays, FeatureTopic.Acknowledgement,
            new ReasonText("acknowledged {acknowledged_late:working day} late", "acknowledged in time", "no time limit for the acknowledgement"),
            m => m.Clock?.AcknowledgeDue is DateOnly due ? WorkingDaySpan.Between(due, m.Facts.AcknowledgedOn ?? m.ClockEnd) : null, Monotone.Increasing),
        Number(
            "is_acknowledged", "Whether it is acknowledged", "0 or 1", FeatureTopic.Acknowledgement,
            new ReasonText("acknowledged", "not acknowledged", "acknowledgement not known"), m => m.Facts.AcknowledgedOn is null ? 0 : 1),
    ];
}
