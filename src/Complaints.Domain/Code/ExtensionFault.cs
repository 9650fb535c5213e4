namespace Complaints.Domain.Code;

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
    /// Agreed after the standard due date. <b>Does not count</b>: an extension made after the deadline is none (docs/domain.md §3.3).
    /// </summary>
    AgreedAfterDeadline = 1,

    /// <summary>Agreed before the complaint was received. <b>Does not count</b>: one of the dates is wrong.</summary>
    AgreedBeforeReceived = 2,

    /// <summary>
    /// No new due date. Counts, to the longest permitted; unless the day it was agreed is missing too, when it <b>does not count</b>,
    /// because nothing shows that it was made in time.
    /// </summary>
    NoDate = 4,

    /// <summary>The day it was agreed is missing. Counts where the new due date is there.</summary>
    NoAgreedDate = 8,

    /// <summary>The new due date is not after the standard one. <b>Does not count</b>: it extends nothing.</summary>
    NotLonger = 16,

    /// <summary>Longer than the Code permits. Counts, up to the longest permitted.</summary>
    TooLong = 32,

    /// <summary>No reason is recorded (Code 2024 §6.4). Counts.</summary>
    NoReason = 64,

    /// <summary>The Ombudsman's details were not given, or it is not recorded that they were (Code 2024 §6.5). Counts.</summary>
    NoOmbudsmanDetails = 128,

    /// <summary>Any part is missing; an extension that is not complete does not count under the strict policy.</summary>
    Incomplete = NoDate | NoAgreedDate | NoReason | NoOmbudsmanDetails,
}
