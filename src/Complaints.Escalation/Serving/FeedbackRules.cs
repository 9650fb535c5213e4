using System.Globalization;
using Complaints.Domain.Errors;

namespace Complaints.Escalation.Serving;

/// <summary>What feedback must be to mean anything later: about a case that a list named, and without contradiction.</summary>
internal static class FeedbackRules
{
    /// <summary>Refuses an outcome that what was done cannot have had.</summary>
    /// <exception cref="UserException">Nothing was done, and yet the case was resolved or the resident not reached.</exception>
    public static void RequireSense(NewFeedback given)
    {
        if (given is { Action: FeedbackAction.None, Outcome: FeedbackOutcome.Resolved or FeedbackOutcome.NotReached })
        {
            throw new UserException(
                $"Nothing was done, and yet the outcome is '{(given.Outcome == FeedbackOutcome.Resolved ? "resolved" : "not reached")}'.",
                where: "action, outcome",
                expected: "with the action 'none', an outcome that comes by itself: not known, still open, escalated or false alarm",
                fix: "say what was done, or leave the outcome out");
        }
    }

    /// <summary>Refuses feedback about a case that no list named, or not that of the day.</summary>
    /// <param name="given">The feedback.</param>
    /// <param name="days">Days of the lists that the case is on, newest first.</param>
    /// <exception cref="UserException">It is on none, or not on that of the day.</exception>
    public static void RequireListed(NewFeedback given, IReadOnlyList<DateOnly> days)
    {
        if (days.Count == 0)
        {
            throw new UserException(
                $"Case '{given.CaseReference}' was on no risk list.",
                where: "case_reference",
                expected: "a case that a list named",
                fix: "record what was done in the case itself; feedback is about lists");
        }

        if (given.AsOf is DateOnly day && !days.Contains(day))
        {
            throw new UserException(
                string.Create(CultureInfo.InvariantCulture, $"Case '{given.CaseReference}' is on no list of {day:yyyy-MM-dd}."),
                where: "as_of",
                expected: string.Create(CultureInfo.InvariantCulture, $"the day of a list that it is on; the newest is {days[0]:yyyy-MM-dd}"),
                fix: "take the day from the list that was acted on, or leave it out");
        }
    }
}
