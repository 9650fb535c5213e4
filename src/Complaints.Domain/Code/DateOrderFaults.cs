namespace Complaints.Domain.Code;

/// <summary>Dates of a stage that contradict each other. Several can be true of one stage.</summary>
[Flags]
public enum DateOrderFaults
{
    /// <summary>The order is possible.</summary>
    None = 0,

    /// <summary>Logged before it was received.</summary>
    LoggedBeforeReceived = 1,

    /// <summary>Acknowledged before it was received.</summary>
    AcknowledgedBeforeReceived = 2,

    /// <summary>Answered before it was received.</summary>
    RespondedBeforeReceived = 4,
}
