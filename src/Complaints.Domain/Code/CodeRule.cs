using Complaints.Domain.Time;

namespace Complaints.Domain.Code;

/// <summary>One version of the Housing Ombudsman's Complaint Handling Code, as far as it can be computed with.</summary>
/// <param name="Id">Stable id that is stored with every figure: "code-2022", "code-2024".</param>
/// <param name="Title">The version's name for people.</param>
/// <param name="ValidFrom">First day on which it applies.</param>
/// <param name="ValidTo">First day on which it no longer applies; null while it is in force.</param>
/// <param name="One">Stage 1.</param>
/// <param name="Two">Stage 2.</param>
public sealed record CodeRule(
    string Id,
    string Title,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    StageRule One,
    StageRule Two)
{
    /// <summary>The rule of a stage.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a defined stage.</exception>
    public StageRule Of(Stage stage) => stage switch
    {
        Stage.One => One,
        Stage.Two => Two,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage."),
    };
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
/// <param name="RespondParagraph">The paragraph of <paramref name="RespondWithin"/>: "Code 2024 §6.3".</param>
/// <param name="Source">The Code's paragraphs; what is a choice of this product is in docs/domain.md §9.</param>
public sealed record StageRule(
    Stage Stage,
    WorkingDays? AcknowledgeWithin,
    WorkingDays RespondWithin,
    WorkingDays ExtensionUpTo,
    ClockStart ClockStart,
    bool ExtensionNeedsOmbudsmanDetails,
    string RespondParagraph,
    string Source);
