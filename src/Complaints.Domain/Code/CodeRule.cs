using Complaints.Domain.Time;

namespace Complaints.Domain.Code;

/// <summary>One version of the Housing Ombudsman's Complaint Handling Code, as far as it can be computed with.</summary>
/// <param name="Id">Stable id that is stored with every figure: "code-2022", "code-2024".</param>
/// <param name="Title">The version's name for people.</param>
/// <param name="ValidFrom">First day on which it applies.</param>
/// <param name="ValidTo">First day on which it no longer applies; null while it is in force.</param>
/// <param name="One">Stage 1.</param>
/// <param name="Two">Stage 2.</param>
/// <param name="RaiseWithinMonths">
/// Calendar months after the issue (or after the resident became aware of it) within which a complaint must be accepted.
/// </param>
public sealed record CodeRule(
    string Id,
    string Title,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    StageRule One,
    StageRule Two,
    int RaiseWithinMonths)
{
    /// <summary>The rule of a stage.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a defined stage.</exception>
    public StageRule Of(Stage stage) => stage switch
    {
        Stage.One => One,
        Stage.Two => Two,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage."),
    };

    /// <summary>Whether the version is in force on <paramref name="day"/>: from <see cref="ValidFrom"/>, before <see cref="ValidTo"/>.</summary>
    public bool IsInForceOn(DateOnly day) => day >= ValidFrom && (ValidTo is not DateOnly end || day < end);
}

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

/// <summary>What one version of the Code says about one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="AcknowledgeWithin">
/// Working days from receipt to the acknowledgement; null where the version has no such rule.
/// </param>
/// <param name="RespondWithin">Working days from <paramref name="ClockStart"/> to the response.</param>
/// <param name="ExtensionUpTo">The longest extension, in working days after the standard due date.</param>
/// <param name="ClockStart">Where <paramref name="RespondWithin"/> begins.</param>
/// <param name="ExtensionNeedsOmbudsmanDetails">
/// Whether the version requires the Ombudsman's contact details to be given with an extension.
/// </param>
/// <param name="Source">The Code's paragraphs with an evidence tag each.</param>
public sealed record StageRule(
    Stage Stage,
    WorkingDays? AcknowledgeWithin,
    WorkingDays RespondWithin,
    WorkingDays ExtensionUpTo,
    ClockStart ClockStart,
    bool ExtensionNeedsOmbudsmanDetails,
    string Source);

/// <summary>Decides whether a recorded extension is one under the Code, and until when (domain §2.1).</summary>
internal static class ExtensionRule
{
    private const ExtensionFault Fatal =
        ExtensionFault.AgreedAfterDeadline | ExtensionFault.AgreedBeforeReceived | ExtensionFault.NotLonger;

    private const ExtensionFault Undated = ExtensionFault.NoDate | ExtensionFault.NoAgreedDate;

    private const ExtensionFault Incomplete =
        Undated | ExtensionFault.NoReason | ExtensionFault.NoOmbudsmanDetails;

    /// <returns>The due date with the extension; null when there is none that counts.</returns>
    internal static DateOnly? Apply(
        StageDates known,
        StageRule stage,
        DateOnly standardDue,
        WorkingCalendar calendar,
        ClockPolicy policy,
        out ExtensionFault fault)
    {
        fault = ExtensionFault.None;
        if (known.Extension is not { IsEmpty: false } extension)
        {
            return null;
        }

        DateOnly longest = calendar.AddWorkingDays(standardDue, stage.ExtensionUpTo);
        fault = Faults(extension, known.Received, standardDue, longest, stage);
        return Counts(fault, policy)
            ? extension.To < longest ? extension.To : longest
            : null;
    }

    private static bool Counts(ExtensionFault fault, ClockPolicy policy) =>
        (fault & Fatal) == 0
        && (fault & Undated) != Undated
        && (!policy.StrictExtensions || (fault & Incomplete) == 0);

    private static ExtensionFault Faults(
        Extension extension,
        DateOnly received,
        DateOnly standardDue,
        DateOnly longest,
        StageRule stage) =>
        If(extension.AgreedOn > standardDue, ExtensionFault.AgreedAfterDeadline)
        | If(extension.AgreedOn < received, ExtensionFault.AgreedBeforeReceived)
        | If(extension.AgreedOn is null, ExtensionFault.NoAgreedDate)
        | If(extension.To is null, ExtensionFault.NoDate)
        | If(extension.To <= standardDue, ExtensionFault.NotLonger)
        | If(extension.To > longest, ExtensionFault.TooLong)
        | If(string.IsNullOrWhiteSpace(extension.Reason), ExtensionFault.NoReason)
        | If(stage.ExtensionNeedsOmbudsmanDetails && extension.OmbudsmanDetailsGiven is not true, ExtensionFault.NoOmbudsmanDetails);

    private static ExtensionFault If(bool condition, ExtensionFault fault) => condition ? fault : ExtensionFault.None;
}
