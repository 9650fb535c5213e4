using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Tests.Mutation;

/// <summary>
/// Makes every mutant of a measure from its definition: what a new measure says is mutated without being listed anywhere.
/// </summary>
/// <param name="catalogue">The measures.</param>
/// <param name="dates">The dates that the table of each fact has.</param>
internal sealed class Mutants(MeasureCatalogue catalogue, IReadOnlyDictionary<string, string[]> dates)
{
    private readonly DayMutants _days = new(dates);

    internal IEnumerable<Mutant> Of(MeasureDefinition measure)
    {
        IEnumerable<(MutantKind Kind, string Change, MeasureDefinition Made)> all =
        [
            .. Above(measure).Select(made => (MutantKind.Numerator, made.Change, made.Made)),
            .. Below(measure).Select(made => (MutantKind.Denominator, made.Change, made.Made)),
            .. _days.Of(measure).Select(made => (MutantKind.DateRole, made.Change, made.Made)),
            .. PopulationMutants.Of(measure, catalogue.Populations).Select(made => (MutantKind.Population, made.Change, made.Made)),
            .. ClockMutants.Of(measure, dates[measure.Fact.Table]).Select(made => (MutantKind.Clock, made.Change, made.Made)),
        ];
        var known = new HashSet<string>(StringComparer.Ordinal) { Key(measure) };
        return all
            .Where(made => known.Add(Key(made.Made)))
            .Select(made => new Mutant(measure.Id, made.Kind, $"{Word(made.Kind)}: {made.Change}", made.Made));
    }

    private static IEnumerable<(string Change, MeasureDefinition Made)> Above(MeasureDefinition measure) => AggregateMutants
        .Of(measure.Numerator, measure.Fact)
        .Select(made => (made.Change, measure with { Numerator = made.Made }));

    private static IEnumerable<(string Change, MeasureDefinition Made)> Below(MeasureDefinition measure)
    {
        if (measure.DividesByHomes)
        {
            return [("complaints for homes", measure with { Kind = MeasureKind.Percent, Denominator = new Aggregate(Condition.Always) })];
        }

        if (measure.Denominator is not Aggregate below)
        {
            return [];
        }

        return
        [
            .. AggregateMutants.Of(below, measure.Fact).Select(made => (made.Change, measure with { Denominator = made.Made })),
            ("everything", measure with { Denominator = new Aggregate(Condition.Always) }),
            ("what stands above", measure with { Denominator = measure.Numerator }),
            ("above and below exchanged", measure with { Numerator = below, Denominator = measure.Numerator }),
        ];
    }

    private static string Word(MutantKind kind) => kind switch
    {
        MutantKind.Numerator => "above",
        MutantKind.Denominator => "below",
        MutantKind.DateRole => "day",
        MutantKind.Population => "population",
        _ => "clock",
    };

    // Two changes that say the same are one mutant.
    private static string Key(MeasureDefinition measure) => string.Join('/',
    [
        ConditionKey.Of(measure.Numerator),
        measure.Denominator is Aggregate below ? ConditionKey.Of(below) : "",
        measure.Kind.ToString(),
        measure.DateRole.ToString(),
        measure.PopulationRule.Withdrawn.ToString(),
        .. measure.PopulationRule.Exclusions.Select(exclusion => ConditionKey.Of(exclusion.When)),
    ]);
}
