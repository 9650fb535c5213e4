using System.Collections.Immutable;
using Complaints.Learning.Table;
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
            PromiseReasons.Missed, m => m.Promises.Missed, Monotone.Increasing),
        Number(
            "promises_overdue", "Promises past their day and still not kept", Promises, FeatureTopic.Promises,
            PromiseReasons.Overdue, m => m.Promises.Overdue, Monotone.Increasing),
        Number(
            "promise_days_overdue", "Working days since the longest overdue promise was due", WorkingDays, FeatureTopic.Promises,
            PromiseReasons.Overdue, m => m.Promises.DaysOverdue, Monotone.Increasing),
        Number(
            "promises_open", "Promises made and not kept so far", Promises, FeatureTopic.Promises,
            PromiseReasons.Open, m => m.Promises.Open),
        Number(
            "promises_kept", "Promises kept by their day", Promises, FeatureTopic.Promises,
            PromiseReasons.Kept, m => m.Promises.Kept, Monotone.Decreasing),
        Number(
            "remedies_done", "Remedies done", "remedies", FeatureTopic.Promises,
            PromiseReasons.RemediesDone, m => m.Promises.RemediesDone, Monotone.Decreasing),
        Number(
            "days_since_contact", "Working days since the last contact", WorkingDays, FeatureTopic.Contact,
            ContactReasons.SinceLast, m => m.Contacts.SinceLast, Monotone.Increasing),
        Number(
            "agreed_interval", "Working days agreed from the last contact to the next", WorkingDays, FeatureTopic.Contact,
            ContactReasons.AgreedInterval, m => m.Contacts.AgreedInterval),
        Number(
            "contact_overdue", "Working days beyond the day agreed for the next contact", WorkingDays, FeatureTopic.Contact,
            ContactReasons.Overdue, m => m.Contacts.Count == 0 ? null : m.Contacts.Overdue, Monotone.Increasing),
        Number(
            "longest_silence", "Longest wait beyond an agreed contact so far", WorkingDays, FeatureTopic.Contact,
            ContactReasons.LongestSilence, m => m.Contacts.Count == 0 ? null : m.Contacts.LongestSilence, Monotone.Increasing),
    ];
}
