using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Planning;

/// <summary>
/// Finds what every aggregate of a pass asks for, so that it is tested once for the row and not once for each aggregate: figures of
/// stage 1 alone then read stage 1 alone.
/// </summary>
internal static class CommonConditions
{
    /// <summary>The conditions that stand in every list; they are taken out of the lists.</summary>
    internal static IReadOnlyList<Condition> Lift(IReadOnlyList<List<Condition>> conjuncts)
    {
        List<Condition> common = conjuncts.Count == 0
            ? []
            : [.. conjuncts[0].Where(condition => conjuncts.All(list => Holds(list, condition)))];
        foreach (List<Condition> list in conjuncts)
        {
            _ = list.RemoveAll(condition => Holds(common, condition));
        }

        return common;
    }

    /// <summary>The parts of a condition that must all hold.</summary>
    internal static List<Condition> Conjuncts(Condition condition) =>
        condition is AllOf all ? [.. all.Conditions.SelectMany(Conjuncts)] : [condition];

    private static bool Holds(List<Condition> list, Condition wanted)
    {
        string key = ConditionKey.Of(wanted);
        return list.Exists(condition => ConditionKey.Of(condition) == key);
    }
}
