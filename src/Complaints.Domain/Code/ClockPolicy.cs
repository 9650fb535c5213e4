namespace Complaints.Domain.Code;

/// <summary>
/// How the clock decides where the Code is silent. The default, <see cref="Literal"/>, reads its words as they stand; a figure made with
/// another policy must show the policy's <see cref="Id"/>.
/// </summary>
public sealed record ClockPolicy
{
    /// <summary>The Code's words as they stand.</summary>
    public static ClockPolicy Literal { get; } = new();

    /// <summary>
    /// An extension counts only with the day it was agreed, its new due date, a reason and, where the version asks for them, the
    /// Ombudsman's details. Off by default: a missing field is then flagged and the extension counts.
    /// </summary>
    public bool StrictExtensions { get; init; }

    /// <summary>
    /// The response is due no later than if the complaint had been acknowledged (or logged) on the last permitted day: a late
    /// acknowledgement wins no time. Off by default: the Code starts the clock at the actual acknowledgement, and no statement of the
    /// Ombudsman was found either way (docs/domain.md §9).
    /// </summary>
    public bool StrictClockStart { get; init; }

    /// <summary>"literal", or the names of the switches that are on, joined by "+".</summary>
    public string Id => (StrictExtensions, StrictClockStart) switch
    {
        (false, false) => "literal",
        (true, false) => "strict-extensions",
        (false, true) => "strict-clock-start",
        (true, true) => "strict-extensions+strict-clock-start",
    };
}
