using System.Globalization;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>Changes one place of a condition: a part left out, a part turned round, a value more, a value less, another value.</summary>
internal static class ConditionMutants
{
    internal static IEnumerable<(string Change, Condition Made)> Of(Condition condition) => condition switch
    {
        AllOf all => Parts(all.Conditions, parts => new AllOf(parts)),
        AnyOf any => Parts(any.Conditions, parts => parts.Count == 0 ? new Negated(Condition.Always) : new AnyOf(parts)),
        Negated not => Of(not.Condition).Select(made => (made.Change, (Condition)new Negated(made.Made))),
        FieldTest => Parts([condition], parts => parts.Count == 0 ? Condition.Always : parts[0]),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };

    /// <summary>The condition with every test of a field changed.</summary>
    internal static Condition With(Condition condition, Func<FieldTest, FieldTest> change) => condition switch
    {
        AllOf all => new AllOf([.. all.Conditions.Select(part => With(part, change))]),
        AnyOf any => new AnyOf([.. any.Conditions.Select(part => With(part, change))]),
        Negated not => new Negated(With(not.Condition, change)),
        FieldTest test => change(test),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };

    /// <summary>Every test in it.</summary>
    internal static IEnumerable<FieldTest> Tests(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Tests),
        AnyOf any => any.Conditions.SelectMany(Tests),
        Negated not => Tests(not.Condition),
        FieldTest test => [test],
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };

    private static IEnumerable<(string, Condition)> Parts(IReadOnlyList<Condition> parts, Func<List<Condition>, Condition> made)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            string words = ConditionWords.Of(parts[i]);
            yield return ($"without '{words}'", made([.. parts.Where((_, other) => other != i)]));
            yield return ($"'{words}' turned round", made(With(parts, i, new Negated(parts[i]))));
            IEnumerable<(string Change, Condition Made)> inner = parts[i] is FieldTest test ? Values(test, words) : Of(parts[i]);
            foreach ((string change, Condition other) in inner)
            {
                yield return (change, made(With(parts, i, other)));
            }
        }
    }

    private static List<Condition> With(IReadOnlyList<Condition> parts, int at, Condition other) =>
        [.. parts.Select((part, i) => i == at ? other : part)];

    // Of a flag the other value is the test turned round.
    private static IEnumerable<(string, Condition)> Values(FieldTest test, string words)
    {
        switch (test.Operator)
        {
            case ConditionOperator.AtMost or ConditionOperator.Less or ConditionOperator.AtLeast or ConditionOperator.More:
                yield return ($"'{words}' with the limit on its other side", test with { Operator = Edge(test.Operator) });
                break;
            case ConditionOperator.In or ConditionOperator.NotIn or ConditionOperator.Equal or ConditionOperator.NotEqual
                when test.Field.Type != FieldType.Flag:
                bool negated = test.Operator is ConditionOperator.NotIn or ConditionOperator.NotEqual;
                ConditionOperator many = negated ? ConditionOperator.NotIn : ConditionOperator.In;
                foreach (object value in test.Values.Where(_ => test.Values.Count > 1))
                {
                    object[] less = [.. test.Values.Where(one => !one.Equals(value))];
                    yield return ($"'{words}' less {value}", test with { Operator = many, Values = less });
                }

                foreach (object value in Others(test))
                {
                    yield return ($"'{words}' and {value} too", test with { Operator = many, Values = [.. test.Values, value] });
                }

                break;
            default:
                break;
        }
    }

    private static ConditionOperator Edge(ConditionOperator op) => op switch
    {
        ConditionOperator.AtMost => ConditionOperator.Less,
        ConditionOperator.Less => ConditionOperator.AtMost,
        ConditionOperator.AtLeast => ConditionOperator.More,
        _ => ConditionOperator.AtLeast,
    };

    private static IEnumerable<object> Others(FieldTest test) => (test.Field.Values ?? [])
        .Select(value => test.Field.Type == FieldType.Number ? (object)int.Parse(value, CultureInfo.InvariantCulture) : value)
        .Where(value => !test.Values.Contains(value));
}
