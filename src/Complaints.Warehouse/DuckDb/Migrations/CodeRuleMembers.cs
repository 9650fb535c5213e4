using Complaints.Domain.Code;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Migrations;

/// <summary>The members of <c>dim_code_rule</c>: every version of the Code and stage; keys follow their order and never change.</summary>
internal static class CodeRuleMembers
{
    public static IReadOnlyList<object?[]> All() =>
    [
        [0, "", "Not recorded", (sbyte)0, "", null, (short)0, (short)0, Validity.Start, Validity.End],
        .. CodeRules.All
            .SelectMany(rule => new[] { (rule, stage: rule.One), (rule, stage: rule.Two) })
            .Select((pair, i) => Member(i + 1, pair.rule, pair.stage)),
    ];

    private static object?[] Member(int key, CodeRule rule, StageRule stage) =>
    [
        key,
        rule.Id,
        rule.Title,
        (sbyte)stage.Stage,
        ClockStartCode(stage.ClockStart),
        (short?)stage.AcknowledgeWithin?.Count,
        (short)stage.RespondWithin.Count,
        (short)stage.ExtensionUpTo.Count,
        rule.ValidFrom,
        rule.ValidTo ?? Validity.End,
    ];

    private static string ClockStartCode(ClockStart start) => start switch
    {
        ClockStart.Received => "received",
        ClockStart.Logged => "logged",
        ClockStart.Acknowledged => "acknowledged",
        _ => throw new ArgumentOutOfRangeException(nameof(start), start, "Not a start of the clock."),
    };
}
