using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Planning;

/// <summary>
/// Tells whether rows that meet one condition all meet another: then what stands above the line is part of what stands below.
/// </summary>
internal static class Implication
{
    /// <summary>Whether it can be seen that every row of the first condition is one of the second; false where it cannot be told.</summary>
    internal static bool Holds(Condition narrow, Condition wide)
    {
        List<Condition> known = CommonConditions.Conjuncts(narrow);
        return CommonConditions.Conjuncts(wide).TrueForAll(wanted => known.Exists(condition => Covers(condition, wanted)));
    }

    private static bool Covers(Condition narrow, Condition wide) =>
        ConditionKey.Of(narrow) == ConditionKey.Of(wide)
        || (narrow is FieldTest left && wide is FieldTest right
            && left.Field == right.Field
            && ((IsList(left) && IsList(right) && left.Values.All(right.Values.Contains))
                // What is compared with a value is known.
                || (right.Operator == ConditionOperator.IsNotNull && left.Operator != ConditionOperator.IsNull)));

    private static bool IsList(FieldTest test) => test.Operator is ConditionOperator.Equal or ConditionOperator.In;
}
