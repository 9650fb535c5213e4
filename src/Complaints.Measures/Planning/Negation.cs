using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Planning;

/// <summary>
/// The opposite of a condition, as plainly as it can be written: "status is not refused" rather than "not (status is refused)".
/// </summary>
internal static class Negation
{
    internal static Condition Of(Condition condition) => condition switch
    {
        Negated not => not.Condition,
        FieldTest { Field.IsNullable: false } test when Opposite(test.Operator) is ConditionOperator opposite =>
            test with { Operator = opposite },
        _ => new Negated(condition),
    };

    private static ConditionOperator? Opposite(ConditionOperator op) => op switch
    {
        ConditionOperator.Equal => ConditionOperator.NotEqual,
        ConditionOperator.NotEqual => ConditionOperator.Equal,
        ConditionOperator.In => ConditionOperator.NotIn,
        ConditionOperator.NotIn => ConditionOperator.In,
        _ => null,
    };
}
