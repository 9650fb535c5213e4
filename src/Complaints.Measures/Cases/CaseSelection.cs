using Complaints.Domain.Errors;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Cases;

/// <summary>
/// Which rows of <c>fact_stage</c> a list is made of: the conditions of the figure's own plan, over rows and not over groups.
/// </summary>
/// <param name="Rows">The conditions on every row.</param>
/// <param name="Role">The date that puts a row into the period.</param>
/// <param name="Where">Which rows, homes aside.</param>
/// <param name="Reasons">For rows that are left out: the reasons, in the order in which they are tested, homes aside.</param>
/// <param name="Homes">What is asked of the homes of a row's landlord, stock type and year.</param>
internal sealed record CaseSelection(
    RowConditions Rows,
    DateRole Role,
    Condition Where,
    IReadOnlyList<Exclusion> Reasons,
    HomesRule Homes)
{
    /// <summary>
    /// The rows among which a value must stand so often for its rows to be listed, whatever became of them since; null where none must.
    /// </summary>
    internal (Condition Among, RepeatedValues Values)? Repeated { get; private init; }

    internal static CaseSelection Of(CaseListQuery query, ResolvedQuery resolved)
    {
        MeasureDefinition measure = resolved.Measures[0];
        bool two = Planner.HasTwoPopulations(measure);
        IReadOnlyList<Exclusion> exclusions = measure.PopulationRule.Under(resolved.PolicyFor(measure));
        Condition either = two ? new AnyOf([measure.Numerator.Where, measure.Base]) : measure.Base;
        Condition which = query.Part switch
        {
            CasePart.Numerator => Within(measure.Numerator.Where, exclusions),
            CasePart.Denominator => Within(Below(measure).Where, exclusions),
            CasePart.Open => Condition.And(Within(either, exclusions), FactTables.Stage.Open!),
            CasePart.Excluded when exclusions.Count == 0 && !measure.DividesByHomes => s_none,
            CasePart.Excluded => either,
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Part, "Not a part of a figure."),
        };
        return new CaseSelection(
            Planner.Rows(resolved) with { Period = resolved.PeriodOf(measure) },
            measure.DateRole,
            query.State is ClockState state ? Condition.And(which, StateOf(state)) : which,
            query.Part == CasePart.Excluded ? exclusions : [],
            !measure.DividesByHomes ? HomesRule.None
                : query.Part switch
                {
                    CasePart.Excluded => HomesRule.MissingIsReason,
                    CasePart.Numerator => HomesRule.KnownUnlessNone,
                    _ => HomesRule.Known,
                })
        {
            Repeated = query.Part == CasePart.Numerator && measure.Numerator.Statistic is RepeatedValues values ? (which, values) : null,
        };
    }

    private static readonly Condition s_none = new Negated(Condition.Always);

    private static Aggregate Below(MeasureDefinition measure) => measure.Denominator ?? throw new UserException(
        $"'{measure.Id}' has no complaints below the line.",
        where: "part",
        expected: measure.DividesByHomes ? "numerator: what stands below are homes" : "numerator: it is a count",
        fix: "ask for the part 'numerator', 'open' or 'excluded'");

    private static Condition Within(Condition which, IReadOnlyList<Exclusion> exclusions) =>
        Condition.And([which, .. exclusions.Select(exclusion => Negation.Of(exclusion.When))]);

    // Overdue is a part of open, told apart by the clock as at the day.
    private static Condition StateOf(ClockState state) => state switch
    {
        ClockState.Open or ClockState.Overdue => FactTables.Stage.Open!,
        ClockState.InTime => new FieldTest(TestableFields.Basis, ConditionOperator.In, ["standard", "extension"]),
        ClockState.Late => new FieldTest(TestableFields.Basis, ConditionOperator.Equal, ["late"]),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };
}

/// <summary>What is asked of the homes of a row's landlord, stock type and year.</summary>
internal enum HomesRule
{
    /// <summary>Nothing: the figure does not divide by homes.</summary>
    None = 0,

    /// <summary>There are some.</summary>
    Known = 1,

    /// <summary>There are some, unless the figure has no homes at all: it then says how many complaints there are.</summary>
    KnownUnlessNone = 2,

    /// <summary>A row without homes is left out for that, unless the figure has no homes at all.</summary>
    MissingIsReason = 3,
}
