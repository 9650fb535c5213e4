using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>Changes what is counted: other rows, a sum for a number of rows, different keys for rows, and the other way about.</summary>
internal static class AggregateMutants
{
    internal static IEnumerable<(string Change, Aggregate Made)> Of(Aggregate aggregate, FactTable fact) =>
    [
        .. ConditionMutants.Of(aggregate.Where).Select(made => (made.Change, aggregate with { Where = made.Made })),
        .. aggregate.Where is AllOf { Conditions.Count: 0 } ? Some(aggregate, fact) : [],
        .. Others(aggregate, fact),
    ];

    // Where all rows are counted there is nothing to leave out of a condition.
    private static IEnumerable<(string, Aggregate)> Some(Aggregate aggregate, FactTable fact) => fact.Fields.Values
        .Select(field => (Field: field, Value: field.Type == FieldType.Flag ? true : (object?)field.Values?[0]))
        .Where(some => some is { Value: not null, Field.Type: FieldType.Flag or FieldType.Text })
        .Select(some => (
            $"{some.Field.Name} is {some.Value} alone",
            aggregate with { Where = new FieldTest(some.Field, ConditionOperator.Equal, [some.Value!]) }));

    private static IEnumerable<(string, Aggregate)> Others(Aggregate aggregate, FactTable fact)
    {
        if (aggregate != new Aggregate(aggregate.Where))
        {
            yield return ("rows counted", new Aggregate(aggregate.Where));
        }

        if (aggregate.Statistic is ValueQuantile quantile)
        {
            foreach (int percent in new[] { 10, 49, 50, 51, 89, 90, 91 }.Where(percent => percent != quantile.Percent))
            {
                yield return ($"the value at {percent} %", aggregate with { Statistic = quantile with { Percent = percent } });
            }
        }

        if (aggregate.Statistic is RepeatedValues repeated)
        {
            foreach (int times in new[] { repeated.AtLeast - 1, repeated.AtLeast + 1 }.Where(times => times > 0))
            {
                yield return ($"{times} times or more", aggregate with { Statistic = repeated with { AtLeast = times } });
            }
        }

        foreach (FactField field in Summable(fact).Where(field => field != aggregate.Sum && !IsOfDays(field, aggregate)))
        {
            yield return ($"sum of {field.Name}", new Aggregate(aggregate.Where, Sum: field));
        }

        foreach (FactField key in fact.Keys.Values.Where(key => key != aggregate.Distinct))
        {
            yield return ($"different {key.Name}", new Aggregate(aggregate.Where, Distinct: key));
        }
    }

    // Of numbers that can be only one or two values, as the stage, no sum is meant.
    private static IEnumerable<FactField> Summable(FactTable fact) =>
        fact.Fields.Values.Where(field => field is { Type: FieldType.Number or FieldType.Amount, Values: null });

    // Working days for calendar days is a change of the clock.
    private static bool IsOfDays(FactField field, Aggregate aggregate) =>
        aggregate.Sum is FactField sum && ClockMutants.IsDays(sum) && ClockMutants.IsDays(field);
}
