namespace Complaints.Domain.Code;

/// <summary>The event from which a rule counts the time for the response. The day of the event is day 0.</summary>
public enum ClockStart
{
    /// <summary>The complaint or the request to escalate was received.</summary>
    Received = 1,

    /// <summary>The landlord logged it.</summary>
    Logged = 2,

    /// <summary>The landlord acknowledged it.</summary>
    Acknowledged = 3,
}
