using Complaints.Domain.Time;

namespace Complaints.Domain.Code;

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
