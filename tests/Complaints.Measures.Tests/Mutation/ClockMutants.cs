using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>
/// Changes from when to when a clock runs, and in which days: days of the other kind, another day that ends it, a due day beside the one
/// that is recorded.
/// </summary>
internal static class ClockMutants
{
    /// <summary>Whether a number is one of days.</summary>
    internal static bool IsDays(FactField field) => field.Name.Contains("_days_", StringComparison.Ordinal);

    /// <summary>Mutants of a measure of a fact whose table has these dates.</summary>
    internal static IEnumerable<(string Change, MeasureDefinition Made)> Of(MeasureDefinition measure, string[] dates)
    {
        if ((measure.Numerator.Sum ?? measure.Numerator.Statistic?.Field) is FactField counted && IsDays(counted))
        {
            foreach (FactField other in measure.Fact.Fields.Values.Where(field => IsDays(field) && field != counted))
            {
                yield return ($"in {other.Name}", measure with { Numerator = In(measure.Numerator, other) });
            }
        }

        IEnumerable<FactField> clocks = ConditionMutants.Tests(measure.Numerator.Where)
            .Concat(measure.Denominator is Aggregate below ? ConditionMutants.Tests(below.Where) : [])
            .Select(test => test.Field)
            .Distinct();
        foreach (FactField field in clocks)
        {
            foreach ((string change, FactField other) in Of(field, dates))
            {
                // Conditions of one name are counted once, so another day has another name.
                FactField named = other with { Name = $"{field.Name}: {change}" };
                yield return (named.Name, measure with
                {
                    Numerator = With(measure.Numerator, field, named),
                    Denominator = measure.Denominator is Aggregate of ? With(of, field, named) : null,
                });
            }
        }
    }

    private static IEnumerable<(string, FactField)> Of(FactField field, string[] dates)
    {
        if (field.Source is FieldOrigin.HappenedAsAt or FieldOrigin.DoneByDueAsAt or FieldOrigin.PastDueAsAt)
        {
            foreach (string column in dates.Where(column => column != field.Column))
            {
                yield return ($"ended by {column}", field with { Column = column });
            }
        }

        if (field.DueColumn is string due)
        {
            foreach (string column in dates.Where(column => column != due))
            {
                yield return ($"due by {column}", field with { DueColumn = column });
            }

            yield return ("due a day later", field with { DueColumn = $"{due} + 1" });
            yield return ("due a day earlier", field with { DueColumn = $"{due} - 1" });
        }
    }

    private static Aggregate In(Aggregate aggregate, FactField days) => aggregate.Statistic is ValueStatistic statistic
        ? aggregate with { Statistic = statistic with { Field = days } }
        : aggregate with { Sum = days };

    private static Aggregate With(Aggregate aggregate, FactField field, FactField other) => aggregate with
    {
        Where = ConditionMutants.With(aggregate.Where, test => test.Field == field ? test with { Field = other } : test),
    };
}
