namespace Complaints.Domain.Code;

/// <summary>The dates of one stage of one complaint, as recorded; the input of the clock.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Received">Day on which the complaint, or the request to escalate, arrived. Day 0.</param>
/// <param name="Logged">Day on which it was logged, if recorded.</param>
/// <param name="Acknowledged">Day on which it was acknowledged, if it was.</param>
/// <param name="Responded">
/// Day on which the answer went out, if it did. Not the day the case was closed: actions may go on (Code 2024 §6.6).
/// </param>
/// <param name="Extension">The extension, if one is recorded.</param>
public sealed record StageDates(
    Stage Stage,
    DateOnly Received,
    DateOnly? Logged,
    DateOnly? Acknowledged,
    DateOnly? Responded,
    Extension? Extension)
{
    /// <summary>What cannot be true of these dates. The clock refuses them; a load puts such a row in quarantine first.</summary>
    public DateOrderFaults OrderFaults =>
        (Logged < Received ? DateOrderFaults.LoggedBeforeReceived : 0)
        | (Acknowledged < Received ? DateOrderFaults.AcknowledgedBeforeReceived : 0)
        | (Responded < Received ? DateOrderFaults.RespondedBeforeReceived : 0);
}

/// <summary>A stage of the landlord's complaints process. The Code allows no more than two (Code 2024 §5.3).</summary>
public enum Stage
{
    /// <summary>The first answer.</summary>
    One = 1,

    /// <summary>The review of the first answer; the landlord's final response (Code 2024 §6.10).</summary>
    Two = 2,
}

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
