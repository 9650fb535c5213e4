using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Reconciling;

/// <summary>Changes the tests in a condition.</summary>
internal static class ConditionChange
{
    /// <summary>The condition with each test changed; one that becomes null drops out.</summary>
    internal static Condition Of(Condition condition, Func<FieldTest, Condition?> change) => Changed(condition, change) ?? Condition.Always;

    /// <summary>The tests of a field, wherever they stand.</summary>
    internal static IEnumerable<FieldTest> Tests(Condition condition, FactField field) =>
        Tests(condition).Where(test => test.Field == field);

    /// <summary>Whether it depends on the day as at which records are looked at.</summary>
    internal static bool DependsOnDay(Condition condition) => Tests(condition).Any(test => test.Field.DependsOnDay);

    private static IEnumerable<FieldTest> Tests(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Tests),
        AnyOf any => any.Conditions.SelectMany(Tests),
        Negated not => Tests(not.Condition),
        FieldTest test => [test],
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };

    /// <summary>Whether a test asks for exactly these values, in any order.</summary>
    internal static bool Asks(FieldTest test, params string[] values) =>
        test.Operator is ConditionOperator.Equal or ConditionOperator.In
        && test.Values.OfType<string>().Order(StringComparer.Ordinal).SequenceEqual(values.Order(StringComparer.Ordinal));

    /// <summary>A test for any of some values.</summary>
    internal static FieldTest Any(FactField field, params object[] values) => new(field, ConditionOperator.In, values);

    private static Condition? Changed(Condition condition, Func<FieldTest, Condition?> change) => condition switch
    {
        AllOf all => new AllOf([.. all.Conditions.Select(one => Changed(one, change)).OfType<Condition>()]),
        AnyOf any => new AnyOf([.. any.Conditions.Select(one => Changed(one, change)).OfType<Condition>()]),
        Negated not => Changed(not.Condition, change) is Condition inner ? new Negated(inner) : null,
        FieldTest test => change(test),
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {condition.GetType().Name}."),
    };
}
