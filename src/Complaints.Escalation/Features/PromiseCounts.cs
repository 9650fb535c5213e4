using Complaints.Escalation.Cases;
using System.Collections.Immutable;

namespace Complaints.Escalation.Features;

/// <summary>
/// Promises and remedies of a case by a day. An action counts from the day it was made. Where the records do not say when that was, it
/// counts from the day it was due or done: before, it may not have been promised yet.
/// </summary>
/// <param name="Open">Promises made and not kept so far, overdue ones included.</param>
/// <param name="Missed">Promises not kept by their day, even if kept later.</param>
/// <param name="Overdue">Promises past their day and still not kept.</param>
/// <param name="Kept">Promises kept by their day.</param>
/// <param name="DaysOverdue">Working days since the day of the longest overdue promise.</param>
/// <param name="RemediesDone">Remedies done.</param>
public readonly record struct PromiseCounts(int Open, int Missed, int Overdue, int Kept, int DaysOverdue, int RemediesDone)
{
    private const string Promise = "promise";
    private const string Remedy = "remedy";

    /// <summary>Counts by a day.</summary>
    public static PromiseCounts Of(ImmutableArray<CaseAction> actions, DateOnly day)
    {
        int open = 0, missed = 0, overdue = 0, kept = 0, longest = 0, remedies = 0;
        foreach (CaseAction action in actions)
        {
            if (!action.Known.On(day) || action.MadeOn > day)
            {
                continue;
            }

            DateOnly? done = action.DoneOn <= day ? action.DoneOn : null;
            if (action.Kind == Remedy)
            {
                remedies += done is null ? 0 : 1;
            }
            else if (action.Kind == Promise)
            {
                bool isMissed = action.DueOn < day && !(done <= action.DueOn);
                missed += isMissed ? 1 : 0;
                open += done is null && (isMissed || action.MadeOn is not null) ? 1 : 0;
                kept += done is not null && !isMissed ? 1 : 0;
                if (isMissed && done is null)
                {
                    overdue++;
                    longest = Math.Max(longest, WorkingDaySpan.Between(action.DueOn!.Value, day));
                }
            }
        }

        return new PromiseCounts(open, missed, overdue, kept, longest, remedies);
    }
}
