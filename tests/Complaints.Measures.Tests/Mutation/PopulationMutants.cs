using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>
/// Changes which rows are meant: an exclusion left out or of another value, the other policy on what was withdrawn, the other stage above
/// and below the line, another population of the catalogue.
/// </summary>
internal static class PopulationMutants
{
    internal static IEnumerable<(string Change, MeasureDefinition Made)> Of(
        MeasureDefinition measure, IEnumerable<PopulationRule> populations)
    {
        PopulationRule rule = measure.PopulationRule;
        foreach (Exclusion exclusion in rule.Exclusions)
        {
            yield return ($"{exclusion.Reason} not left out", With(measure, rule.Exclusions.Where(one => one != exclusion)));
            foreach ((string change, Condition other) in ConditionMutants.Of(exclusion.When).Where(made => made.Made is FieldTest))
            {
                yield return (
                    $"left out {change}",
                    With(measure, rule.Exclusions.Select(one => one == exclusion ? one with { When = other } : one)));
            }
        }

        foreach (PopulationRule other in populations.Where(other => other.Fact == measure.Fact && other.Id != rule.Id))
        {
            yield return ($"of the population {other.Id}", measure with { PopulationRule = other });
        }

        if (measure.Fact.Withdrawn is not null)
        {
            WithdrawnPolicy policy = rule.Withdrawn == WithdrawnPolicy.Keep ? WithdrawnPolicy.Exclude : WithdrawnPolicy.Keep;
            yield return ($"withdrawn: {policy}", measure with { PopulationRule = rule with { Withdrawn = policy } });
        }

        if (ConditionMutants.Tests(measure.Numerator.Where).Any(IsOfStage))
        {
            yield return ("stages 1 and 2 exchanged", Staged(measure, stage => stage == 1 ? 2 : 1));
            yield return ("stage 1 alone", Staged(measure, _ => 1));
            yield return ("stage 2 alone", Staged(measure, _ => 2));
        }
    }

    private static MeasureDefinition With(MeasureDefinition measure, IEnumerable<Exclusion> exclusions) =>
        measure with { PopulationRule = measure.PopulationRule with { Exclusions = [.. exclusions] } };

    private static MeasureDefinition Staged(MeasureDefinition measure, Func<int, int> stage) => measure with
    {
        Numerator = Staged(measure.Numerator, stage),
        Denominator = measure.Denominator is Aggregate below ? Staged(below, stage) : null,
    };

    private static Aggregate Staged(Aggregate aggregate, Func<int, int> stage) => aggregate with
    {
        Where = ConditionMutants.With(
            aggregate.Where,
            test => IsOfStage(test) ? test with { Values = [.. test.Values.Select(value => (object)stage((int)value)).Distinct()] } : test),
    };

    private static bool IsOfStage(FieldTest test) => test.Field == TestableFields.Stage;
}
