using Complaints.Domain.Errors;
using Complaints.Domain.Time;

namespace Complaints.Domain.Code;

/// <summary>The versions of the Complaint Handling Code, earliest first (docs/domain.md §3.1).</summary>
/// <remarks>
/// A stage is held against the version in force on the day it was received; where a landlord's system only has the day it was logged,
/// against that. A complaint open across 1 April 2024 keeps its version: no transitional rule was found (docs/domain.md §9).
/// Stage 1 and stage 2 of one complaint may so fall under different versions.
/// </remarks>
public static class CodeRules
{
    private static readonly DateOnly s_code2024From = new(2024, 4, 1);

    /// <summary>Code of April 2022; landlords had until 1 October 2022 to comply, which does not change its periods.</summary>
    public static CodeRule Code2022 { get; } = new(
        "code-2022",
        "Complaint Handling Code, April 2022",
        ValidFrom: new DateOnly(2022, 4, 1),
        ValidTo: s_code2024From,
        One: new StageRule(
            Stage.One,
            AcknowledgeWithin: new WorkingDays(5),
            RespondWithin: new WorkingDays(10),
            ExtensionUpTo: new WorkingDays(10),
            ClockStart.Logged,
            ExtensionNeedsOmbudsmanDetails: false,
            RespondParagraph: "Code 2022 §5.1",
            Source: "Code 2022 §4.1 acknowledged and logged within five days of receipt, taken as working days; "
                + "§5.1 ten working days from logging, extension of no more than ten days, taken as working days"),
        Two: new StageRule(
            Stage.Two,
            AcknowledgeWithin: null,
            RespondWithin: new WorkingDays(20),
            ExtensionUpTo: new WorkingDays(10),
            ClockStart.Received,
            ExtensionNeedsOmbudsmanDetails: false,
            RespondParagraph: "Code 2022 §5.13",
            Source: "Code 2022 §5.13 twenty working days from escalation; ten further days, taken as working days; "
                + "no rule on acknowledgement was found"));

    /// <summary>The statutory Code, from 1 April 2024.</summary>
    public static CodeRule Code2024 { get; } = new(
        "code-2024",
        "Complaint Handling Code, April 2024 (statutory)",
        ValidFrom: s_code2024From,
        ValidTo: null,
        One: new StageRule(
            Stage.One,
            AcknowledgeWithin: new WorkingDays(5),
            RespondWithin: new WorkingDays(10),
            ExtensionUpTo: new WorkingDays(10),
            ClockStart.Acknowledged,
            ExtensionNeedsOmbudsmanDetails: true,
            RespondParagraph: "Code 2024 §6.3",
            Source: "Code 2024 §6.2 acknowledged within five working days of receipt; §6.3 ten working days from acknowledgement; "
                + "§6.4 extension of no more than ten working days; §6.5 Ombudsman's details"),
        Two: new StageRule(
            Stage.Two,
            AcknowledgeWithin: new WorkingDays(5),
            RespondWithin: new WorkingDays(20),
            ExtensionUpTo: new WorkingDays(20),
            ClockStart.Acknowledged,
            ExtensionNeedsOmbudsmanDetails: true,
            RespondParagraph: "Code 2024 §6.14",
            Source: "Code 2024 §6.11 acknowledged within five working days of the request; §6.14 twenty working days from acknowledgement; "
                + "§6.15 extension of no more than twenty working days; §6.16 Ombudsman's details"));

    /// <summary>All versions, earliest first; each begins where the one before ends.</summary>
    public static IReadOnlyList<CodeRule> All { get; } = [Code2022, Code2024];

    /// <summary>
    /// The version for a stage received (or, failing that, logged) on a day. Before the first version the first applies: older cases
    /// can then be compared with newer ones, and <see cref="CodeRule.ValidFrom"/> tells that it was not in force yet.
    /// </summary>
    public static CodeRule For(DateOnly receivedOrLogged) =>
        All.LastOrDefault(rule => receivedOrLogged >= rule.ValidFrom) ?? All[0];

    /// <summary>The version with an id.</summary>
    /// <exception cref="UserException">No such id.</exception>
    public static CodeRule ById(string id) =>
        All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw new UserException(
            $"'{id}' is no version of the Complaint Handling Code.",
            expected: string.Join(" or ", All.Select(rule => rule.Id)),
            fix: "use one of these ids");
}
