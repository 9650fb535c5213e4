using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Explaining;

/// <summary>
/// The conditions of a funnel in their order, made of the definition: what the figure looks at, then the population rule's reasons, then
/// what else stands below the line, then what else stands above it.
/// </summary>
/// <param name="Of">What it leads to.</param>
/// <param name="Tests">The conditions.</param>
/// <param name="Stops">After how many of them a part of the figure is reached.</param>
internal sealed record FunnelPlan(string Of, IReadOnlyList<FunnelTest> Tests, IReadOnlyList<(string Part, int After)> Stops)
{
    /// <summary>The word of what stands above the line.</summary>
    internal const string Numerator = "numerator";

    /// <summary>The word of what stands below the line.</summary>
    internal const string Denominator = "denominator";

    private const string Figure = "figure";

    /// <summary>The funnels of a measure: one, or one for each population.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="exclusions">What its population leaves out, in order.</param>
    internal static IReadOnlyList<FunnelPlan> For(MeasureDefinition measure, IReadOnlyList<Exclusion> exclusions)
    {
        List<FunnelTest> population = [.. exclusions.Select(FunnelTest.Of)];
        return measure.Denominator is not Aggregate below ? [Make(Figure, measure, population, (Numerator, measure.Numerator.Where))]
            : Planner.HasTwoPopulations(measure) || !Implication.Holds(measure.Numerator.Where, below.Where)
                ?
                [
                    Make(Denominator, measure, population, (Denominator, below.Where)),
                    Make(Numerator, measure, population, (Numerator, measure.Numerator.Where)),
                ]
                : [Make(Figure, measure, population, (Denominator, below.Where), (Numerator, measure.Numerator.Where))];
    }

    // What is left out is counted among what the figure looks at, so that comes first; of a part that is no part of it, the part does.
    private static FunnelPlan Make(
        string of, MeasureDefinition measure, List<FunnelTest> population, params IReadOnlyList<(string Part, Condition Where)> parts)
    {
        Condition looked = parts.All(part => Implication.Holds(part.Where, measure.Base)) ? measure.Base : parts[0].Where;
        List<Condition> known = CommonConditions.Conjuncts(looked);
        List<FunnelTest> tests = [.. known.Select(FunnelTest.Of), .. population];
        var stops = new List<(string, int)>();
        foreach ((string part, Condition where) in parts)
        {
            List<Condition> rest =
                [.. CommonConditions.Conjuncts(where).Where(condition => !Implication.Holds(new AllOf(known), condition))];
            known.AddRange(rest);
            tests.AddRange(rest.Select(FunnelTest.Of));
            stops.Add((part, tests.Count));
        }

        return new FunnelPlan(of, tests, stops);
    }
}

/// <summary>A condition that what remains must meet.</summary>
/// <param name="Reason">Id of the population rule's reason; empty for a condition of the measure.</param>
/// <param name="LeavesOut">What it leaves out, in words.</param>
/// <param name="Keeps">The condition.</param>
internal sealed record FunnelTest(string Reason, string LeavesOut, Condition Keeps)
{
    internal static FunnelTest Of(Exclusion exclusion) => new(exclusion.Reason, exclusion.Title, Negation.Of(exclusion.When));

    internal static FunnelTest Of(Condition condition) => new("", ConditionWords.Of(Negation.Of(condition)), condition);
}
