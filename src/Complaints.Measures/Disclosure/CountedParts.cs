using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Disclosure;

/// <summary>
/// Everything that the measures of a catalogue count, each once, and how the numbers hang together. It is made of the whole catalogue and
/// not of a query, so that what is hidden does not depend on what is asked beside it.
/// </summary>
internal sealed class CountedParts
{
    private static readonly ConditionalWeakTable<MeasureCatalogue, ConcurrentDictionary<FactTable, CountedParts>> s_known = [];

    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly List<(DateRole Role, Aggregate Counted)> _found = [];
    private readonly HashSet<MeasureDefinition> _shut = new(ReferenceEqualityComparer.Instance);

    private CountedParts(MeasureCatalogue catalogue, FactTable fact)
    {
        foreach (MeasureDefinition measure in catalogue.Definitions.Where(measure => measure.Fact == fact))
        {
            List<Aggregate> aggregates = [.. Aggregates(measure)];
            bool isOpen = !measure.IsClosedToViewers && measure.Fact.CanHideSmallNumbers;
            if (!isOpen || !aggregates.TrueForAll(aggregate => ComparableConditions.IsPlain(aggregate.Where)
                && _found.TrueForAll(found => ComparableConditions.AreNestedOrApart(found.Counted.Where, aggregate.Where))))
            {
                _shut.Add(measure);
                continue;
            }

            foreach (Aggregate aggregate in aggregates)
            {
                if (_byKey.TryAdd(Key(measure.DateRole, aggregate), _found.Count))
                {
                    _found.Add((measure.DateRole, aggregate));
                }
            }
        }

        int?[] parents = [.. _found.Select((_, at) => Parent(at))];
        int[] units = Units(parents);
        All = [.. _found.Select((_, at) => Part(at, parents, units))];
    }

    /// <summary>The parts, in the order in which they are decided.</summary>
    internal IReadOnlyList<CountedPart> All { get; }

    /// <summary>Those of the measures of a fact; what counts other rows gives nothing away of its numbers.</summary>
    internal static CountedParts Of(MeasureCatalogue catalogue, FactTable fact) =>
        s_known.GetValue(catalogue, _ => []).GetOrAdd(fact, _ => new CountedParts(catalogue, fact));

    /// <summary>
    /// Whether it can be told what a measure's numbers give away together with those of others; those of which it cannot are shut.
    /// </summary>
    internal bool IsOpen(MeasureDefinition measure) => !_shut.Contains(measure);

    /// <summary>The parts whose hiding hides a measure's figure.</summary>
    internal IReadOnlyList<int> Of(MeasureDefinition measure) =>
        [.. Aggregates(measure).Select(aggregate => _byKey[Key(measure.DateRole, aggregate)])];

    // A sum tells no more than the count of what it adds up allows: the denominator of its mean stands for it.
    private static IEnumerable<Aggregate> Aggregates(MeasureDefinition measure)
    {
        var population = Condition.And(
            measure.Exclusions(measure.PopulationRule.Withdrawn).Select(exclusion => Negation.Of(exclusion.When)));
        IEnumerable<Aggregate> all = measure.Denominator is Aggregate below ? [below, measure.Numerator] : [measure.Numerator];
        return all
            .Select(one => new Aggregate(ComparableConditions.Of(Condition.And(one.Where, population))))
            .DistinctBy(ConditionKey.Of);
    }

    private static string Key(DateRole role, Aggregate aggregate) => $"{role} {ConditionKey.Of(aggregate)}";

    private bool Holds(int wide, int narrow) => wide != narrow && _found[wide].Role == _found[narrow].Role
        && Implication.Holds(_found[narrow].Counted.Where, _found[wide].Counted.Where);

    // Of those that hold it the one that holds fewest of the others.
    private int? Parent(int at)
    {
        List<int> wider = [.. Enumerable.Range(0, at).Where(other => Holds(other, at))];
        return wider.Count == 0 ? null : wider.MinBy(one => wider.Count(other => Holds(one, other)));
    }

    private bool Apart(int left, int right) => _found[left].Role == _found[right].Role
        && ComparableConditions.AreApart(_found[left].Counted.Where, _found[right].Counted.Where);

    // Parts of one whole that do not overlap may make it up between them: one of them is the whole less the others.
    private int[] Units(int?[] parents)
    {
        int[] units = [.. Enumerable.Range(0, _found.Count)];
        for (int at = 0; at < units.Length; at++)
        {
            int sibling = Enumerable.Range(0, at).FirstOrDefault(
                other => parents[other] is int parent && parent == parents[at] && Apart(other, at), at);
            units[at] = units[sibling];
        }

        return units;
    }

    private CountedPart Part(int at, int?[] parents, int[] units)
    {
        // A part that joins others is decided with the first of them, however late it stands in the catalogue.
        int[] before = [.. Enumerable.Range(0, _found.Count).Where(other => units[other] < units[at])];
        int[] wider = [.. before.Where(other => Holds(other, at))];
        int[] narrower = [.. before.Where(other => Holds(at, other))];
        (int Beside, int Within)[] beside =
        [
            .. before
                .Where(other => Apart(other, at))
                .SelectMany(other => new[] { parents[at], parents[other] }
                    .OfType<int>().Distinct()
                    .Where(within => units[within] < units[at] && Holds(within, at) && Holds(within, other))
                    .Select(within => (other, within))),
            .. Enumerable.Range(0, at)
                .Where(other => units[other] == units[at] && parents[at] is not null)
                .Select(other => (other, parents[at]!.Value)),
        ];
        return new CountedPart(at, _found[at].Role, _found[at].Counted, units[at])
        {
            Parent = parents[at],
            Wider = wider,
            Narrower = narrower,
            Beside = beside,
            Pairs =
            [
                .. narrower.SelectMany(one => narrower.Where(other => one < other && Apart(one, other)).Select(other => (one, other))),
            ],
            Follows =
            [
                .. new[] { parents[at] }.OfType<int>()
                    .Concat(narrower.Where(one => !narrower.Any(other => Holds(other, one) && !Holds(one, other))))
                    .Concat(beside.Where(pair => units[pair.Beside] != units[at]).Select(pair => pair.Beside))
                    .Distinct(),
            ],
        };
    }
}
