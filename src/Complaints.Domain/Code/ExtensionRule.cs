using Complaints.Domain.Time;

namespace Complaints.Domain.Code;

/// <summary>Decides whether a recorded extension is one under the Code, and until when (docs/domain.md §3.3).</summary>
internal static class ExtensionRule
{
    private const ExtensionFault Fatal =
        ExtensionFault.AgreedAfterDeadline | ExtensionFault.AgreedBeforeReceived | ExtensionFault.NotLonger;

    private const ExtensionFault Undated = ExtensionFault.NoDate | ExtensionFault.NoAgreedDate;

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
        && (!policy.StrictExtensions || (fault & ExtensionFault.Incomplete) == 0);

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
