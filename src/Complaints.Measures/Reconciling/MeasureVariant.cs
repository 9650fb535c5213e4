using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using CauseList = Complaints.Measures.Reconciling.Causes;

namespace Complaints.Measures.Reconciling;

/// <summary>A measure as it is defined, or as somebody may have counted it instead.</summary>
/// <param name="Measure">What is counted, of any homes and any status: which of them is decided when its groups are added up.</param>
/// <param name="Causes">In what it differs from the definition; none for the definition itself.</param>
internal sealed record MeasureVariant(MeasureDefinition Measure, IReadOnlyList<Cause> Causes)
{
    /// <summary>The same for the same causes, whichever measure it is of.</summary>
    internal string Key { get; } = KeyOf(Causes);

    /// <summary>The key of a variant of these causes, in whatever order they are named.</summary>
    internal static string KeyOf(IEnumerable<Cause> causes) =>
        string.Join('+', causes.Select(cause => cause.Id).Order(StringComparer.Ordinal));

    /// <summary>The variants of a measure, the fewest causes first; those that count the same are one.</summary>
    internal static IReadOnlyList<MeasureVariant> Of(MeasureDefinition measure, IEnumerable<PopulationRule> populations)
    {
        List<MeasureChange> changes = [.. MeasureChange.Of(measure, populations)];
        List<(MeasureDefinition Measure, IReadOnlyList<Cause> Causes)> all = [(measure, [])];
        all.AddRange(changes.Select(change => (change.Made, (IReadOnlyList<Cause>)[change.Cause])));
        foreach (MeasureChange first in changes)
        {
            foreach (MeasureChange second in MeasureChange.Of(first.Made, populations))
            {
                bool isAnother = second.Cause.Kind != first.Cause.Kind || second.Cause.Kind == CauseKind.Population;
                if (isAnother && CauseList.Place(first.Cause) < CauseList.Place(second.Cause))
                {
                    all.Add((second.Made, [first.Cause, second.Cause]));
                }
            }
        }

        // What a figure's groups tell is decided once: a way that could be counted in groups is not where the definition cannot.
        var grouping = Grouping.Of(measure);
        var known = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. all
                .Where(variant => known.Add(Counted(variant.Measure, grouping)))
                .Select((variant, at) => new MeasureVariant(Plain(variant.Measure, grouping, $"v{at}"), variant.Causes)),
        ];
    }

    // What is open or left out is not asked for here, and homes are counted apart.
    private static MeasureDefinition Plain(MeasureDefinition measure, Grouping grouping, string id) => measure with
    {
        Id = id,
        Base = Condition.Always,
        Kind = measure.DividesByHomes ? MeasureKind.Count : measure.Kind,
        EffectiveFrom = null,
        EffectiveTo = null,
        PopulationRule = measure.PopulationRule with
        {
            Exclusions = Kept(measure, grouping),
            Withdrawn = grouping.ByStatus ? WithdrawnPolicy.Keep : measure.PopulationRule.Withdrawn,
        },
    };

    private static string Counted(MeasureDefinition measure, Grouping grouping) => string.Join(
        '/',
        [
            ConditionKey.Of(measure.Numerator),
            measure.Denominator is Aggregate below ? ConditionKey.Of(below) : "",
            measure.DateRole.ToString(),
            .. Kept(measure, grouping).Select(exclusion => ConditionKey.Of(exclusion.When)),
        ]);

    // What groups by stock type and status tell is left out when they are added up.
    private static IReadOnlyList<Exclusion> Kept(MeasureDefinition measure, Grouping grouping) =>
        [.. measure.PopulationRule.Exclusions.Where(exclusion => !grouping.Tells(exclusion))];
}
