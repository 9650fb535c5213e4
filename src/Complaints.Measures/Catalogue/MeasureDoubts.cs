namespace Complaints.Measures.Catalogue;

/// <summary>What a definition may say and seldom means. It is told when a file is checked, and refuses nothing.</summary>
internal static class MeasureDoubts
{
    internal static IEnumerable<string> Of(MeasureDefinition measure)
    {
        foreach ((string part, Condition where) in Parts(measure))
        {
            if (Contradiction(where) is FactField field)
            {
                yield return $"{measure.Id}: the {part} counts nothing: {ConditionWords.Name(field)} cannot be two values at once";
            }
        }

        if (measure is { Kind: MeasureKind.Percent, Denominator: Aggregate below }
            && !Conjuncts(below.Where).All(wanted => Conjuncts(measure.Numerator.Where).Exists(known => Covers(known, wanted))))
        {
            yield return $"{measure.Id}: what stands above the line is not seen to be part of what stands below, so it can pass 100 %";
        }

        if (measure.DividesByHomes && !measure.Unit.Contains("1,000", StringComparison.Ordinal))
        {
            yield return $"{measure.Id}: it is multiplied by 1,000, and its unit '{measure.Unit}' does not say so";
        }
    }

    private static IEnumerable<(string Part, Condition Where)> Parts(MeasureDefinition measure)
    {
        yield return ("numerator", measure.Numerator.Where);
        if (measure.Denominator is Aggregate below)
        {
            yield return ("denominator", below.Where);
        }
    }

    // A field that must have one of two lists of values that share none.
    private static FactField? Contradiction(Condition where)
    {
        List<FieldTest> tests = [.. Conjuncts(where).OfType<FieldTest>().Where(IsList)];
        return tests.Find(test => tests.Exists(other =>
            other.Field == test.Field && !other.Values.Any(test.Values.Contains)))?.Field;
    }

    private static List<Condition> Conjuncts(Condition condition) =>
        condition is AllOf all ? [.. all.Conditions.SelectMany(Conjuncts)] : [condition];

    private static bool Covers(Condition narrow, Condition wide) => narrow is FieldTest left && wide is FieldTest right
        ? left.Field == right.Field && (IsList(left) && IsList(right)
            ? left.Values.All(right.Values.Contains)
            : (left.Operator == right.Operator && left.Values.SequenceEqual(right.Values))
                || (right.Operator == ConditionOperator.IsNotNull && left.Operator != ConditionOperator.IsNull))
        : ConditionWords.Of(narrow) == ConditionWords.Of(wide);

    private static bool IsList(FieldTest test) => test.Operator is ConditionOperator.Equal or ConditionOperator.In;
}
