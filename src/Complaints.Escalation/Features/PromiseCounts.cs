using System.Collections.Immutable;

namespace Complaints.Escalation.Features;

/// <summary>
/// Promises and remedies of a case by a day. The records do not say when something was promised, so an action counts from the day it was
/// due or done: before, it may not have been promised yet.
/// </summary>
/// <param name="Missed">Promises not kept by their day, even if kept later.</param>
/// <param name="Overdue">Promises past their day and still not kept.</param>
/// <param name="Kept">Promises kept by their day.</param>
/// <param name="DaysOverdue">Working days since the day of the longest overdue promise.</param>
/// <param name="RemediesDone">Remedies done.</param>
public readonly record struct PromiseCounts(int Missed, int Overdue, int Kept, int DaysOverdue, int RemediesDone)
{
    private const string Promise = "promise";
    private const string Remedy = "remedy";

    /// <summary>Counts by a day.</summary>
    public static PromiseCounts Of(ImmutableArray<CaseAction> actions, DateOnly day)
    {
        int missed = 0, overdue = 0, kept = 0, longest = 0, remedies = 0;
        foreach (CaseAction action in actions)
        {
            if (!action.Known.On(day))
            {
                continue;
            }

            DateOnly? done = action.DoneOn <= day ? action.DoneOn : null;
            if (action.Kind == Remedy)
            {
                remedies += done is null ? 0 : 1;
            }
            else if (action.Kind == Promise && action.DueOn < day && !(done <= action.DueOn))
            {
                missed++;
                if (done is null)
                {
                    overdue++;
                    longest = Math.Max(longest, WorkingDaySpan.Between(action.DueOn.Value, day));
                }
            }
            else if (action.Kind == Promise && done is not null)
            {
                kept++;
            }
        }

        return new PromiseCounts(missed, overdue, kept, longest, remedies);
    }
}
