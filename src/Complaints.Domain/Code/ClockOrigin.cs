namespace Complaints.Domain.Code;

/// <summary>How the clock of a stage began, beside what its version of the Code asks for.</summary>
public enum ClockOrigin
{
    /// <summary>From the event that the Code asks for.</summary>
    Asked = 1,

    /// <summary>From another day: that of the event is after the answer, to which it cannot give more time.</summary>
    AfterAnswer = 2,

    /// <summary>From another day: that of the event is not recorded.</summary>
    NotRecorded = 3,

    /// <summary>There is no clock: the days lie outside the calendar.</summary>
    NoClock = 4,
}
