namespace Complaints.Measures.Catalogue;

/// <summary>A condition on a row of a fact: a tree over whitelisted fields, never SQL.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>Holds for every row.</summary>
    public static Condition Always { get; } = new AllOf([]);

    /// <summary>Whether any part of it tests a field.</summary>
    public bool Tests(FactField field) => this switch
    {
        AllOf all => all.Conditions.Any(condition => condition.Tests(field)),
        AnyOf any => any.Conditions.Any(condition => condition.Tests(field)),
        Negated not => not.Condition.Tests(field),
        FieldTest test => test.Field == field,
        _ => throw new InvalidOperationException($"A condition of an unknown kind: {GetType().Name}."),
    };

    /// <summary>Both conditions; <see cref="Always"/> drops out.</summary>
    public static Condition And(params IEnumerable<Condition> conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        var parts = conditions
            .SelectMany(condition => condition is AllOf all ? all.Conditions : [condition])
            .ToList();
        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }
}

/// <summary>Every one of the conditions holds; true for none.</summary>
/// <param name="Conditions">The conditions.</param>
public sealed record AllOf(IReadOnlyList<Condition> Conditions) : Condition;

/// <summary>At least one of the conditions holds.</summary>
/// <param name="Conditions">One condition or more.</param>
public sealed record AnyOf(IReadOnlyList<Condition> Conditions) : Condition;

/// <summary>The condition does not hold, an unknown value included.</summary>
/// <param name="Condition">What must not hold.</param>
public sealed record Negated(Condition Condition) : Condition;

/// <summary>A field compared with values.</summary>
/// <param name="Field">The field.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">
/// The values, each a <see cref="string"/>, an <see cref="int"/> or a <see cref="bool"/> as the field's type asks: one, or several for
/// <see cref="ConditionOperator.In"/> and <see cref="ConditionOperator.NotIn"/>, or none for the tests on null.
/// </param>
public sealed record FieldTest(FactField Field, ConditionOperator Operator, IReadOnlyList<object> Values) : Condition;
