using Complaints.Escalation.Cases;
using System.Collections.Immutable;

namespace Complaints.Escalation.Features;

/// <summary>Contacts with the complainant by a day, in working days (Code 2024 §5.9: intervals for updates are agreed).</summary>
/// <param name="Count">Contacts so far.</param>
/// <param name="SinceLast">Since the last contact, up to the answer or the moment; null without a contact.</param>
/// <param name="AgreedInterval">From the last contact to the next one agreed; null where none was agreed.</param>
/// <param name="Overdue">Beyond the day agreed for the next contact; 0 while it has not passed.</param>
/// <param name="LongestSilence">The longest wait beyond an agreed day so far.</param>
public readonly record struct ContactSummary(int Count, int? SinceLast, int? AgreedInterval, int Overdue, int LongestSilence)
{
    /// <summary>Sums up the contacts, which are in order of their day.</summary>
    /// <param name="contacts">Contacts of the case.</param>
    /// <param name="day">The moment.</param>
    /// <param name="end">The answer, else the moment: waiting ends there.</param>
    public static ContactSummary Of(ImmutableArray<CaseContact> contacts, DateOnly day, DateOnly end)
    {
        int count = 0;
        int longest = 0;
        CaseContact? last = null;
        foreach (CaseContact contact in contacts)
        {
            if (contact.OccurredOn > day || !contact.Known.On(day))
            {
                continue;
            }

            count++;
            longest = Math.Max(longest, Wait(last, contact.OccurredOn < end ? contact.OccurredOn : end));
            last = contact;
        }

        if (last is null)
        {
            return default;
        }

        int overdue = Wait(last, end);
        return new ContactSummary(
            count,
            WorkingDaySpan.Between(last.OccurredOn, end),
            last.NextAgreedOn is DateOnly next ? WorkingDaySpan.Between(last.OccurredOn, next) : null,
            overdue,
            Math.Max(longest, overdue));
    }

    private static int Wait(CaseContact? last, DateOnly until) =>
        last?.NextAgreedOn is DateOnly agreed ? WorkingDaySpan.Between(agreed, until) : 0;
}
