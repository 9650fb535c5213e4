using System.Collections.Immutable;
using Complaints.Escalation.Table;
using static Complaints.Escalation.Features.CaseFeature;

namespace Complaints.Escalation.Features;

/// <summary>Promises kept and missed, and contact with the resident.</summary>
internal static class HandlingFeatures
{
    private const string WorkingDays = "working days";
    private const string Promises = "promises";

    public static ImmutableArray<CaseFeature> All { get; } =
    [
        Number(
            "promises_missed", "Promises not kept by their day", Promises, FeatureTopic.Promises,
            new ReasonText("{promises_missed:promise} missed", "no promise missed", "promises not recorded"), m => m.Promises.Missed, Monotone.Increasing),
        Number(
            "promises_overdue", "Promises past their day and still not kept", Promises, FeatureTopic.Promises,
            new ReasonText("{promises_overdue:promise} overdue, by up to {promise_days_overdue:working day}", "no promise overdue", "promises not recorded"),
            m => m.Promises.Overdue, Monotone.Increasing),
        Number(
            "promise_days_overdue", "Working days since the longest overdue promise was due", WorkingDays, FeatureTopic.Promises,
            new ReasonText("a promise {promise_days_overdue:working day} overdue", "no promise overdue", "promises not recorded"),
            m => m.Promises.DaysOverdue, Monotone.Increasing),
        Number(
            "promises_open", "Promises made and not kept so far", Promises, FeatureTopic.Promises,
            new ReasonText("{promises_open:promise} open", "no promise open", "promises not recorded"), m => m.Promises.Open),
        Number(
            "promises_kept", "Promises kept by their day", Promises, FeatureTopic.Promises,
            new ReasonText("{promises_kept:promise} kept", "no promise kept so far", "promises not recorded"), m => m.Promises.Kept),
        Number(
            "remedies_done", "Remedies done", "remedies", FeatureTopic.Promises,
            new ReasonText("{remedies_done:remedy} done", "no remedy done so far", "remedies not recorded"), m => m.Promises.RemediesDone),
        Number(
            "days_since_contact", "Working days since the last contact", WorkingDays, FeatureTopic.Contact,
            new ReasonText(
                "no contact for {days_since_contact:working day}; agreed every {agreed_interval}", "in contact today", "no contact recorded"),
            m => m.Contacts.SinceLast, Monotone.Increasing),
        Number(
            "agreed_interval", "Working days agreed from the last contact to the next", WorkingDays, FeatureTopic.Contact,
            new ReasonText("contact agreed every {agreed_interval:working day}", null, "no next contact agreed"), m => m.Contacts.AgreedInterval),
        Number(
            "contact_overdue", "Working days beyond the day agreed for the next contact", WorkingDays, FeatureTopic.Contact,
            new ReasonText(
                "no contact for {days_since_contact:working day}; agreed every {agreed_interval}", "contact as agreed", "no contact recorded"),
            m => m.Contacts.Count == 0 ? null : m.Contacts.Overdue, Monotone.Increasing),
        Number(
            "longest_silence", "Longest wait beyond an agreed contact so far", WorkingDays, FeatureTopic.Contact,
            new ReasonText("an agreed contact was {longest_silence:working day} late", "every contact as agreed", "no contact recorded"),
            m => m.Contacts.Count == 0 ? null : m.Contacts.LongestSilence, Monotone.Increasing),
    ];
}
