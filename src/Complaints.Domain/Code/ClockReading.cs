namespace Complaints.Domain.Code;

/// <summary>What the clock says about a stage as at a day.</summary>
/// <remarks>
/// Once the response is out, every date and <see cref="Basis"/> is the same as at any later day, so that the basis as at any day X can
/// be derived from four stored dates: not responded by X → open; responded ≤ <see cref="StandardDue"/> → standard; responded ≤
/// <see cref="ExtendedDue"/> → extension; else late.
/// </remarks>
public sealed record ClockReading
{
    /// <summary>The version of the Code used, such as "code-2024".</summary>
    public required string RuleId { get; init; }

    /// <summary>The working calendar used, with closure days if any.</summary>
    public required string CalendarId { get; init; }

    /// <summary>The policy used, such as "literal".</summary>
    public required string PolicyId { get; init; }

    /// <summary>The day read at; what happened later has not happened.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>
    /// Day 0 of the time for the response. Without an acknowledgement under a rule that starts there, the last permitted day of it.
    /// </summary>
    public required DateOnly ClockStartedOn { get; init; }

    /// <summary>Last day for the acknowledgement; null where the version has no rule on it.</summary>
    public required DateOnly? AcknowledgeDue { get; init; }

    /// <summary>
    /// Whether it was acknowledged in time. Null while the time is not up, where there is no rule, and where the answer itself went out by
    /// then without a separate acknowledgement.
    /// </summary>
    public required bool? AcknowledgedInTime { get; init; }

    /// <summary>Last day for the response without extension.</summary>
    public required DateOnly StandardDue { get; init; }

    /// <summary>
    /// Last day for the response if a late acknowledgement (or logging) won no time: counted from the earlier of the actual and the last
    /// permitted day. Never after <see cref="StandardDue"/>.
    /// </summary>
    public required DateOnly StrictDue { get; init; }

    /// <summary>Last day for the response with a valid extension; null when there is none.</summary>
    public required DateOnly? ExtendedDue { get; init; }

    /// <summary>What is wrong with the recorded extension.</summary>
    public required ExtensionFault ExtensionFault { get; init; }

    /// <summary>How the response stands to the due dates as at the day.</summary>
    public required InTimeBasis Basis { get; init; }

    /// <summary>
    /// Working days from receipt (day 0) to the response, or to the day read at while open; null when received later than that.
    /// </summary>
    public required int? WorkingDaysTaken { get; init; }

    /// <summary>The same in calendar days.</summary>
    public required int? CalendarDaysTaken { get; init; }

    /// <summary>The date that counts: <see cref="ExtendedDue"/>, else <see cref="StandardDue"/>.</summary>
    public DateOnly Due => ExtendedDue ?? StandardDue;

    /// <summary>Whether it was answered in time, with or without extension; null while open.</summary>
    public bool? InTime => Basis == InTimeBasis.Open ? null : Basis != InTimeBasis.Late;

    /// <summary>Whether it is not answered although <see cref="Due"/> has passed.</summary>
    public bool IsOverdue => Basis == InTimeBasis.Open && AsAt > Due;
}

/// <summary>
/// How a response stands to its due date as at a day. The regulator asks for the first two apart and counts both as in time
/// (docs/domain.md §2.2).
/// </summary>
public enum InTimeBasis
{
    /// <summary>Answered on or before the standard due date.</summary>
    Standard = 1,

    /// <summary>Answered after the standard due date, on or before that of a valid extension.</summary>
    Extension = 2,

    /// <summary>Answered after every due date.</summary>
    Late = 3,

    /// <summary>Not answered on that day, overdue or not.</summary>
    Open = 4,
}
