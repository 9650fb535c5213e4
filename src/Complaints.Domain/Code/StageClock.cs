using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;

namespace Complaints.Domain.Code;

/// <summary>
/// Reads a stage against a version of the Code: when it is due, how long it took, whether it was in time (docs/domain.md §3.2).
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Under the Code 2024 the time for the response runs from the actual acknowledgement, early or late (§6.3, §6.14). Lateness of
/// the acknowledgement is reported by itself, and <see cref="ClockReading.StrictDue"/> gives the stricter reading.</item>
/// <item>Without an acknowledgement it runs from the last permitted day for one, five working days after receipt: a choice
/// (docs/domain.md §9).</item>
/// <item>An acknowledgement or logging after the response did not start its clock and is left aside.</item>
/// <item>Under a rule that starts at logging, a missing day of logging is replaced by the day of receipt.</item>
/// <item>See <see cref="Code.ExtensionFault"/> for which extensions count.</item>
/// </list>
/// </remarks>
public static class StageClock
{
    /// <summary>Reads the clock under the literal policy.</summary>
    /// <inheritdoc cref="Read(StageDates, CodeRule, WorkingCalendar, DateOnly, ClockPolicy)"/>
    public static ClockReading Read(StageDates dates, CodeRule rule, WorkingCalendar calendar, DateOnly asAt) =>
        Read(dates, rule, calendar, asAt, ClockPolicy.Literal);

    /// <summary>Reads the clock.</summary>
    /// <param name="dates">The stage's dates.</param>
    /// <param name="rule">The version of the Code, usually <see cref="CodeRules.For"/> the day of receipt.</param>
    /// <param name="calendar">The calendar to count working days in.</param>
    /// <param name="asAt">The day to read at: an event after it has not happened yet.</param>
    /// <param name="policy">What to do where the Code is silent.</param>
    /// <exception cref="UserException">
    /// The dates contradict each other (<see cref="StageDates.OrderFaults"/>), or a date or a due date is outside the calendar.
    /// </exception>
    public static ClockReading Read(
        StageDates dates,
        CodeRule rule,
        WorkingCalendar calendar,
        DateOnly asAt,
        ClockPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(policy);
        RefuseImpossible(dates);

        StageDates known = AsKnownAt(dates, asAt);
        StageRule stage = rule.Of(dates.Stage);
        DateOnly? acknowledgeDue = stage.AcknowledgeWithin is WorkingDays within
            ? calendar.AddWorkingDays(dates.Received, within)
            : null;

        DateOnly start = ClockStartedOn(known, stage, acknowledgeDue);
        DateOnly strictStart = Earlier(start, acknowledgeDue ?? start);
        DateOnly strictDue = calendar.AddWorkingDays(strictStart, stage.RespondWithin);
        DateOnly standardDue = policy.StrictClockStart ? strictDue : calendar.AddWorkingDays(start, stage.RespondWithin);
        DateOnly? extendedDue = ExtensionRule.Apply(
            known, stage, standardDue, calendar, policy, out ExtensionFault extensionFault);

        bool received = dates.Received <= asAt;
        DateOnly end = known.Responded ?? asAt;
        return new ClockReading
        {
            RuleId = rule.Id,
            CalendarId = calendar.Id,
            PolicyId = policy.Id,
            AsAt = asAt,
            ClockStartedOn = policy.StrictClockStart ? strictStart : start,
            AcknowledgeDue = acknowledgeDue,
            AcknowledgedInTime = AcknowledgedInTime(known, acknowledgeDue, asAt),
            StandardDue = standardDue,
            StrictDue = strictDue,
            ExtendedDue = extendedDue,
            ExtensionFault = extensionFault,
            Basis = BasisOf(known.Responded, standardDue, extendedDue),
            WorkingDaysTaken = received ? calendar.WorkingDaysBetween(dates.Received, end) : null,
            CalendarDaysTaken = received ? end.DayNumber - dates.Received.DayNumber : null,
        };
    }

    private static InTimeBasis BasisOf(DateOnly? responded, DateOnly standardDue, DateOnly? extendedDue) =>
        responded is not DateOnly day ? InTimeBasis.Open
        : day <= standardDue ? InTimeBasis.Standard
        : day <= extendedDue ? InTimeBasis.Extension
        : InTimeBasis.Late;

    private static DateOnly ClockStartedOn(StageDates known, StageRule stage, DateOnly? acknowledgeDue) =>
        stage.ClockStart switch
        {
            ClockStart.Received => known.Received,
            ClockStart.Logged => UnlessAfterResponse(known.Logged, known) ?? known.Received,
            ClockStart.Acknowledged =>
                UnlessAfterResponse(known.Acknowledged, known) ?? acknowledgeDue ?? known.Received,
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage.ClockStart, "Not a start of the clock."),
        };

    // What happens after the answer cannot give it more time; it also keeps a reading the same as at every day after the answer.
    private static DateOnly? UnlessAfterResponse(DateOnly? day, StageDates known) =>
        day > known.Responded ? null : day;

    private static bool? AcknowledgedInTime(StageDates known, DateOnly? acknowledgeDue, DateOnly asAt) =>
        acknowledgeDue is not DateOnly due ? null
        : known.Acknowledged is DateOnly acknowledged ? acknowledged <= due
        : known.Responded <= due ? null
        : asAt > due ? false
        : null;

    private static StageDates AsKnownAt(StageDates dates, DateOnly asAt) => dates with
    {
        Logged = Known(dates.Logged, asAt),
        Acknowledged = Known(dates.Acknowledged, asAt),
        Responded = Known(dates.Responded, asAt),
        Extension = dates.Extension is { IsEmpty: false } extension && !(extension.AgreedOn > asAt) ? extension : null,
    };

    private static DateOnly? Known(DateOnly? day, DateOnly asAt) => day > asAt ? null : day;

    private static DateOnly Earlier(DateOnly left, DateOnly right) => left < right ? left : right;

    private static void RefuseImpossible(StageDates dates)
    {
        if (dates.OrderFaults != DateOrderFaults.None)
        {
            throw new UserException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A stage {(int)dates.Stage} complaint received on {dates.Received:yyyy-MM-dd} has impossible dates: "
                        + $"{dates.OrderFaults}."),
                expected: "logged, acknowledged and responded on or after the day of receipt",
                fix: "correct the dates at their source; look for day and month swapped");
        }
    }
}
