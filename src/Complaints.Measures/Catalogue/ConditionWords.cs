namespace Complaints.Measures.Catalogue;

/// <summary>
/// The one place that turns a condition into words: of formulas, of the page of measures and of explanations. What is said cannot differ
/// from what is counted.
/// </summary>
internal static class ConditionWords
{
    /// <summary>"stage is 1 and responded is yes".</summary>
    internal static string Of(Condition condition) => condition switch
    {
        AllOf all => string.Join(" and ", all.Conditions.Select(Part)),
        AnyOf any => string.Join(" or ", any.Conditions.Select(Part)),
        Negated { Condition: FieldTest { Operator: ConditionOperator.IsNotNull, Field: FactField field } } =>
            $"{Name(field)} is not recorded",
        Negated { Condition: FieldTest { Operator: ConditionOperator.IsNull, Field: FactField field } } => $"{Name(field)} is recorded",
        Negated not => $"not ({Of(not.Condition)})",
        FieldTest test => Of(test),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };

    private static string Part(Condition condition) =>
        condition is AllOf { Conditions.Count: > 1 } or AnyOf { Conditions.Count: > 1 } ? $"({Of(condition)})" : Of(condition);

    private static string Of(FieldTest test) => test.Operator switch
    {
        ConditionOperator.Equal => $"{Name(test.Field)} is {Value(test.Values[0])}",
        ConditionOperator.NotEqual when test.Values[0] is bool flag => $"{Name(test.Field)} is {Value(!flag)}",
        ConditionOperator.NotEqual or ConditionOperator.NotIn when test.Values.Count == 1 =>
            $"{Name(test.Field)} is not {Value(test.Values[0])}",
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

    /// <summary>A field by its name: "in time basis".</summary>
    internal static string Name(FactField field) => field.Name.Replace('_', ' ');

    private static string Value(object value) => value switch
    {
        bool flag => flag ? "yes" : "no",
        string text => text.Replace('_', ' '),
        _ => FormattableString.Invariant($"{value}"),
    };
}
