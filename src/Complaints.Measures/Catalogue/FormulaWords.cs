namespace Complaints.Measures.Catalogue;

/// <summary>How a measure is computed, in words made of its condition trees: what is said cannot differ from what is counted.</summary>
internal static class FormulaWords
{
    /// <summary>"stages where … ÷ stages where … × 100".</summary>
    internal static string Of(MeasureDefinition measure)
    {
        string above = Of(measure.Numerator);
        string? below = measure.DividesByHomes ? "homes at the year's end"
            : measure.Denominator is Aggregate aggregate ? Of(aggregate)
            : null;
        string times = measure.Factor == 1 ? "" : FormattableString.Invariant($" × {measure.Factor:N0}");
        return below is null ? above : $"{above} ÷ {below}{times}";
    }

    private static string Of(Aggregate aggregate) =>
        (aggregate.Sum is StageField sum ? $"sum of {Name(sum)} over stages" : "stages")
        + (aggregate.Where is AllOf { Conditions.Count: 0 } ? "" : $" where {Of(aggregate.Where)}");

    private static string Of(Condition condition) => condition switch
    {
        AllOf all => string.Join(" and ", all.Conditions.Select(Part)),
        AnyOf any => string.Join(" or ", any.Conditions.Select(Part)),
        Negated not => $"not ({Of(not.Condition)})",
        FieldTest test => Of(test),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };

    private static string Part(Condition condition) =>
        condition is AllOf { Conditions.Count: > 1 } or AnyOf { Conditions.Count: > 1 } ? $"({Of(condition)})" : Of(condition);

    private static string Of(FieldTest test) => test.Operator switch
    {
        ConditionOperator.Equal => $"{Name(test.Field)} is {Value(test.Values[0])}",
        ConditionOperator.NotEqual => $"{Name(test.Field)} is not {Value(test.Values[0])}",
        ConditionOperator.In => $"{Name(test.Field)} is {string.Join(" or ", test.Values.Select(Value))}",
        ConditionOperator.NotIn => $"{Name(test.Field)} is neither {string.Join(" nor ", test.Values.Select(Value))}",
        ConditionOperator.Less => $"{Name(test.Field)} is less than {Value(test.Values[0])}",
        ConditionOperator.AtMost => $"{Name(test.Field)} is at most {Value(test.Values[0])}",
        ConditionOperator.More => $"{Name(test.Field)} is more than {Value(test.Values[0])}",
        ConditionOperator.AtLeast => $"{Name(test.Field)} is at least {Value(test.Values[0])}",
        ConditionOperator.IsNull => $"{Name(test.Field)} is not recorded",
        ConditionOperator.IsNotNull => $"{Name(test.Field)} is recorded",
        _ => throw new ArgumentOutOfRangeException(nameof(test), test.Operator, "Not an operator."),
    };

    private static string Name(StageField field) => field.Name.Replace('_', ' ');

    private static string Value(object value) => value switch
    {
        bool flag => flag ? "yes" : "no",
        string text => text.Replace('_', ' '),
        _ => FormattableString.Invariant($"{value}"),
    };
}
