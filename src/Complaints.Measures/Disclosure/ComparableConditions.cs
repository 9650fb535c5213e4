using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Disclosure;

/// <summary>
/// Conditions as lists of values of fields, of which can be told what they have in common: nothing, all of one, or some. Two measures that
/// overlap in part, or whose limits differ by a day, have differences that no total names.
/// </summary>
internal static class ComparableConditions
{
    /// <summary>The condition with what a field must not be written as what it then is, where its values are known.</summary>
    internal static Condition Of(Condition condition) => Condition.And(CommonConditions.Conjuncts(condition).Select(Listed));

    /// <summary>Whether each part of a condition is a list of values, or whether there is any.</summary>
    internal static bool IsPlain(Condition condition) => CommonConditions.Conjuncts(condition).TrueForAll(part =>
        part is FieldTest
        {
            Operator: ConditionOperator.Equal or ConditionOperator.In or ConditionOperator.IsNull or ConditionOperator.IsNotNull,
        }
        || part is FieldTest { Operator: ConditionOperator.NotEqual, Field.Source: not FieldOrigin.Fact });

    /// <summary>Whether no row meets both.</summary>
    internal static bool AreApart(Condition left, Condition right) =>
        Pairs(left, right).Any(pair => !pair.Left.Values.Any(pair.Right.Values.Contains));

    /// <summary>Whether the lists of every field that both test are apart, or one is within the other.</summary>
    internal static bool AreNestedOrApart(Condition left, Condition right) => Pairs(left, right).All(pair =>
    {
        int common = pair.Left.Values.Count(pair.Right.Values.Contains);
        return common == 0 || common == pair.Left.Values.Count || common == pair.Right.Values.Count;
    });

    private static IEnumerable<(FieldTest Left, FieldTest Right)> Pairs(Condition left, Condition right) =>
        from one in Lists(left)
        from other in Lists(right)
        where one.Field == other.Field
        select (one, other);

    private static IEnumerable<FieldTest> Lists(Condition condition) => CommonConditions.Conjuncts(condition)
        .OfType<FieldTest>()
        .Where(test => test.Operator is ConditionOperator.Equal or ConditionOperator.In);

    private static Condition Listed(Condition condition) => condition switch
    {
        FieldTest { Field: { Type: FieldType.Text, IsNullable: false, Source: not FieldOrigin.DimensionCode, Values: { } all } } test
            when test.Operator is ConditionOperator.NotEqual or ConditionOperator.NotIn =>
            test with { Operator = ConditionOperator.In, Values = [.. all.Where(value => !test.Values.Contains(value))] },
        FieldTest
        {
            Field.Type: FieldType.Flag,
            Field.IsNullable: false,
            Operator: ConditionOperator.NotEqual,
            Values: [bool value],
        } test =>
            test with { Operator = ConditionOperator.Equal, Values = [!value] },
        _ => condition,
    };
}
