namespace Complaints.Domain.Code;

/// <summary>An extension of the time for a response, as recorded. Whether it is one under the Code, the clock decides.</summary>
/// <param name="AgreedOn">Day on which the resident was informed (the Code says inform, landlords say agree; Code 2024 §6.4 [F]).</param>
/// <param name="To">The new due date the resident was given.</param>
/// <param name="Reason">Why more time was needed; blank counts as missing.</param>
/// <param name="OmbudsmanDetailsGiven">Whether the Ombudsman's contact details were given; null when not recorded.</param>
public sealed record Extension(DateOnly? AgreedOn, DateOnly? To, string? Reason, bool? OmbudsmanDetailsGiven)
{
    /// <summary>Whether nothing at all is recorded, as in a row of empty cells: then there is no extension.</summary>
    public bool IsEmpty =>
        AgreedOn is null && To is null && string.IsNullOrWhiteSpace(Reason) && OmbudsmanDetailsGiven is not true;
}

/// <summary>
/// What is wrong with a recorded extension. Several can be true of one. Each says whether the extension then still counts under the
/// literal policy; <see cref="ClockPolicy"/> can be stricter.
/// </summary>
[Flags]
public enum ExtensionFault
{
    /// <summary>Nothing, or no extension is recorded.</summary>
    None = 0,

    /// <summary>
    /// Agreed after the standard due date. <b>Does not count</b>: an extension made after the deadline is none (domain §2.1 [I]).
    /// </summary>
    AgreedAfterDeadline = 1,

    /// <summary>Agreed before the complaint was received. <b>Does not count</b>: one of the dates is wrong [I].</summary>
    AgreedBeforeReceived = 2,

    /// <summary>
    /// No new due date. Counts, to the longest permitted; unless the day it was agreed is missing too, when it <b>does not count</b>,
    /// because nothing shows that it was made in time [I].
    /// </summary>
    NoDate = 4,

    /// <summary>The day it was agreed is missing. Counts where the new due date is there [I].</summary>
    NoAgreedDate = 8,

    /// <summary>The new due date is not after the standard one. <b>Does not count</b>: it extends nothing.</summary>
    NotLonger = 16,

    /// <summary>Longer than the Code permits. Counts, up to the longest permitted.</summary>
    TooLong = 32,

    /// <summary>No reason is recorded (Code 2024 §6.4). Counts.</summary>
    NoReason = 64,

    /// <summary>The Ombudsman's details were not given, or it is not recorded that they were (Code 2024 §6.5). Counts.</summary>
    NoOmbudsmanDetails = 128,
}
