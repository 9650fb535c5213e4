using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Reconciling;

/// <summary>One way in which somebody may have counted a measure otherwise than it is defined.</summary>
/// <param name="Cause">What was done.</param>
/// <param name="Made">The measure so counted.</param>
internal sealed record MeasureChange(Cause Cause, MeasureDefinition Made)
{
    private static readonly string[] s_standard = ["standard"];
    private static readonly string[] s_withExtension = ["standard", "extension"];
    private static readonly string[] s_upheld = ["upheld"];
    private static readonly string[] s_withPart = ["upheld", "partially_upheld"];
    private static readonly string[] s_decided = ["upheld", "partially_upheld", "not_upheld"];
    private static readonly FieldTest s_answered = new(TestableFields.Responded, ConditionOperator.Equal, [true]);

    /// <summary>The changes that a measure can have, each by itself.</summary>
    internal static IEnumerable<MeasureChange> Of(MeasureDefinition measure, IEnumerable<PopulationRule> populations)
    {
        IEnumerable<(string Cause, MeasureDefinition? Made)> changes = measure.Fact == FactTables.Stage
            ? OfStages(measure, populations)
            : [.. Populations(measure, populations), .. Keys(measure)];
        return changes
            .Where(change => change.Made is not null)
            .Select(change => new MeasureChange(Causes.Find(change.Cause), change.Made!));
    }

    private static IEnumerable<(string, MeasureDefinition?)> OfStages(MeasureDefinition measure, IEnumerable<PopulationRule> populations) =>
        [
            ("extension_without", Above(measure, TestableFields.Basis, s_withExtension, s_standard)),
            ("extension_with", Above(measure, TestableFields.Basis, s_standard, s_withExtension)),
            ("partial_out", Above(measure, TestableFields.Outcome, s_withPart, s_upheld)),
            ("partial_in", Above(measure, TestableFields.Outcome, s_upheld, s_withPart)),
            .. Denominators(measure),
            .. Populations(measure, populations),
            ("both_stages", BothStages(measure)),
            ("working_days", Of(measure, TestableFields.CalendarDays, TestableFields.WorkingDays)),
            ("calendar_days", Of(measure, TestableFields.WorkingDays, TestableFields.CalendarDays)),
            ("mean", Mean(measure)),
            ("counted_when_answered", measure.DateRole == DateRole.Made ? measure with { DateRole = DateRole.Responded } : null),
            ("counted_when_made", measure.DateRole == DateRole.Responded ? measure with { DateRole = DateRole.Made } : null),
        ];

    // The sum or the quantile of another field.
    private static MeasureDefinition? Of(MeasureDefinition measure, FactField field, FactField instead) =>
        measure.Numerator.Sum == field ? measure with { Numerator = measure.Numerator with { Sum = instead } }
        : measure.Numerator.Statistic is ValueQuantile quantile && quantile.Field == field
            ? measure with { Numerator = measure.Numerator with { Statistic = quantile with { Field = instead } } }
            : null;

    private static MeasureDefinition? Mean(MeasureDefinition measure) => measure.Numerator.Statistic is ValueQuantile { Percent: 50 } median
        ? measure with { Kind = MeasureKind.Mean, Numerator = new Aggregate(measure.Numerator.Where, Sum: median.Field) }
        : null;

    // A case of the Ombudsman's has findings, and orders; reports give the one for the other.
    private static IEnumerable<(string, MeasureDefinition?)> Keys(MeasureDefinition measure)
    {
        if (measure.Numerator is { Sum: null, Statistic: null } && measure.Kind == MeasureKind.Count)
        {
            yield return ("rows_not_cases", measure.Numerator.Distinct is null
                ? null
                : measure with { Numerator = new Aggregate(measure.Numerator.Where) });
            yield return ("cases_not_rows", measure.Numerator.Distinct is null && measure.Fact.Keys.Values.FirstOrDefault() is FactField key
                ? measure with { Numerator = new Aggregate(measure.Numerator.Where, Distinct: key) }
                : null);
        }
    }

    private static IEnumerable<(string, MeasureDefinition?)> Denominators(MeasureDefinition measure)
    {
        if (measure.Denominator is not Aggregate { IsCount: true } below || measure.Kind != MeasureKind.Percent
            || Planner.HasTwoPopulations(measure with { Base = below.Where }))
        {
            yield break;
        }

        bool isDecided = below.Where.Tests(TestableFields.Outcome);
        bool isAnswered = below.Where.Tests(TestableFields.Responded);
        if (isDecided || isAnswered)
        {
            Condition made = ConditionChange.Of(
                below.Where, test => test.Field == TestableFields.Outcome || test.Field == TestableFields.Responded ? null : test);
            yield return ("denominator_made", measure with { Denominator = new Aggregate(made) });
        }

        if (isDecided || !isAnswered)
        {
            Condition all = ConditionChange.Of(below.Where, test => test.Field == TestableFields.Outcome ? null : test);
            yield return ("denominator_answered", Within(measure, all, s_answered));
        }

        if (!isDecided)
        {
            Condition decided = ConditionChange.Any(TestableFields.Outcome, s_decided);
            yield return ("denominator_decided", Within(measure, below.Where, s_answered, decided));
        }
    }

    // What stands above the line stays a part of what stands below.
    private static MeasureDefinition Within(MeasureDefinition measure, Condition below, params Condition[] more) => measure with
    {
        Numerator = measure.Numerator with { Where = Condition.And([measure.Numerator.Where, .. more]) },
        Denominator = new Aggregate(Condition.And([below, .. more])),
    };

    private static IEnumerable<(string, MeasureDefinition?)> Populations(MeasureDefinition measure, IEnumerable<PopulationRule> populations)
    {
        string own = Told(measure, measure.PopulationRule);
        return populations
            .Where(other => other.Fact == measure.Fact && Told(measure, other) != own && IsPrinted(other))
            .Select(other => ("other_population", (MeasureDefinition?)(measure with { PopulationRule = other })));
    }

    // Nobody who counts complaints leaves out those whose resident is not recorded: that is for counts of residents.
    private static bool IsPrinted(PopulationRule rule) =>
        !rule.Exclusions.Any(exclusion => exclusion.When.Tests(TestableFields.ResidentKnown));

    // Stock types, refused and withdrawn complaints are causes of their own.
    private static string Told(MeasureDefinition measure, PopulationRule rule) => string.Join('|', rule.Exclusions
        .Where(exclusion => !Grouping.Of(measure).Tells(exclusion))
        .Select(exclusion => ConditionKey.Of(exclusion.When)));

    private static MeasureDefinition? BothStages(MeasureDefinition measure)
    {
        string[] stages =
        [
            .. ConditionChange.Tests(measure.Numerator.Where, TestableFields.Stage)
                .Concat(measure.Denominator is Aggregate below ? ConditionChange.Tests(below.Where, TestableFields.Stage) : [])
                .Select(test => ConditionKey.Of(test))
                .Distinct(),
        ];
        return stages.Length == 1 && !measure.DividesByHomes
            ? measure with
            {
                Numerator = Staged(measure.Numerator),
                Denominator = measure.Denominator is Aggregate of ? Staged(of) : null,
            }
            : null;
    }

    private static Aggregate Staged(Aggregate aggregate) => aggregate with
    {
        Where = ConditionChange.Of(
            aggregate.Where, test => test.Field == TestableFields.Stage ? ConditionChange.Any(TestableFields.Stage, 1, 2) : test),
    };

    // Above the line other values of a field are asked for than those of the definition.
    private static MeasureDefinition? Above(MeasureDefinition measure, FactField field, string[] asked, string[] instead) =>
        ConditionChange.Tests(measure.Numerator.Where, field).ToList() is [FieldTest only] && ConditionChange.Asks(only, asked)
            ? measure with
            {
                Numerator = measure.Numerator with
                {
                    Where = ConditionChange.Of(
                        measure.Numerator.Where, test => ReferenceEquals(test, only) ? ConditionChange.Any(field, instead) : test),
                },
            }
            : null;
}
