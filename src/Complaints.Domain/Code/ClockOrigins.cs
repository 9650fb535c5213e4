namespace Complaints.Domain.Code;

/// <summary>Tells how clocks began, and says it in words: beside figures and loads alike.</summary>
/// <remarks>
/// A clock that falls back on another day, as its own is not recorded, can turn a share in time round (docs/domain.md §3.1).
/// </remarks>
public static class ClockOrigins
{
    /// <summary>How a clock began.</summary>
    /// <param name="event">The day of the event that the Code asks for; null where none is recorded.</param>
    /// <param name="started">The day from which the clock ran.</param>
    public static ClockOrigin Of(DateOnly? @event, DateOnly started) =>
        @event is null ? ClockOrigin.NotRecorded
        : @event == started ? ClockOrigin.Asked
        : ClockOrigin.AfterAnswer;

    /// <summary>From what a clock ran, as it stands behind "the clock ran from".</summary>
    /// <param name="asks">The event that the Code asks for.</param>
    /// <param name="origin">How the clock began.</param>
    public static string Words(ClockStart asks, ClockOrigin origin)
    {
        (string asked, string instead, string day) = asks switch
        {
            ClockStart.Acknowledged => ("the acknowledgement", "the last day for an acknowledgement", "acknowledgement"),
            ClockStart.Logged => ("logging", "receipt", "day of logging"),
            ClockStart.Received => ("receipt", "receipt", "day of receipt"),
            _ => throw new ArgumentOutOfRangeException(nameof(asks), asks, "Not a start of the clock."),
        };
        return origin switch
        {
            ClockOrigin.Asked => asked,
            ClockOrigin.NotRecorded => $"{instead}, as no {day} is recorded",
            ClockOrigin.AfterAnswer => $"{instead}, as the recorded {day} is later than the answer",
            ClockOrigin.NoClock => "no clock: the days lie outside the calendar",
            _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "Not a beginning of the clock."),
        };
    }
}
