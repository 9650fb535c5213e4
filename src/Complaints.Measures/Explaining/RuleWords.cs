using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;

namespace Complaints.Measures.Explaining;

/// <summary>Says what the versions of the Code in force on a figure's days ask of the stages that it counts.</summary>
internal static class RuleWords
{
    internal static IReadOnlyList<ExplainedRule> Of(Figure figure, MeasureDefinition measure) =>
    [
        .. figure.RuleIds.Select(CodeRules.ById).Select(rule => new ExplainedRule(
            rule.Id,
            rule.Title,
            rule.ValidFrom,
            rule.ValidTo?.AddDays(-1),
            [.. Stages(measure).Select(stage => Of(rule.Of(stage)))])),
    ];

    private static string Of(StageRule rule)
    {
        string acknowledge = rule.AcknowledgeWithin is { } within ? $"acknowledged within {Days(within.Count)} of receipt, " : "";
        string start = rule.ClockStart switch
        {
            ClockStart.Acknowledged => "the acknowledgement",
            ClockStart.Logged => "logging",
            _ => "receipt",
        };
        return $"stage {(int)rule.Stage}: {acknowledge}answered within {Days(rule.RespondWithin.Count)} of {start}, "
            + $"extended by up to {Days(rule.ExtensionUpTo.Count)} ({rule.Source})";
    }

    private static IEnumerable<Stage> Stages(MeasureDefinition measure) => Enum.GetValues<Stage>()
        .Where(stage => Allows(measure.Base, (int)stage) || Allows(measure.Numerator.Where, (int)stage));

    private static bool Allows(Condition condition, int stage) => condition switch
    {
        AllOf all => all.Conditions.All(part => Allows(part, stage)),
        AnyOf any => any.Conditions.Any(part => Allows(part, stage)),
        FieldTest test when test.Field == TestableFields.Stage => test.Operator switch
        {
            ConditionOperator.Equal or ConditionOperator.In => test.Values.Contains(stage),
            ConditionOperator.NotEqual or ConditionOperator.NotIn => !test.Values.Contains(stage),
            _ => true,
        },
        _ => true,
    };

    private static string Days(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} working days");
}
