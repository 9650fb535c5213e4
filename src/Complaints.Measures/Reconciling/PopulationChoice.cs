using Complaints.Domain.Homes;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Reconciling;

/// <summary>Which complaints are counted: of which homes, and whether refused and withdrawn ones are among them.</summary>
/// <param name="Types">The stock types of their homes.</param>
/// <param name="Statuses">What became of them: accepted, and refused and withdrawn where those are counted.</param>
/// <param name="Causes">In what that differs from the figure's own population; none for its own.</param>
internal sealed record PopulationChoice(IReadOnlyList<string> Types, IReadOnlyList<string> Statuses, IReadOnlyList<Cause> Causes)
{
    private const string Refused = "refused";
    private const string Withdrawn = "withdrawn";

    private static readonly string[] s_types = [StockTypes.Lcra, StockTypes.Lcho, StockTypes.Neither];

    /// <summary>The figure's own population first, then the others that somebody may have meant.</summary>
    internal static IReadOnlyList<PopulationChoice> Of(PrintedFigure printed, MeasureDefinition measure)
    {
        var grouping = Grouping.Of(measure);
        PopulationRule rule = measure.PopulationRule;
        // Groups that do not tell stock type or status have one that stands for all.
        string[] own = !grouping.ByType
            ? [""]
            :
            [
                .. s_types.Except(Left(rule, TestableFields.StockType)).Where(type => printed.Filters
                    .All(filter => filter.Dimension != Dimensions.StockType.Id || filter.Values.Contains(type))),
            ];
        if (!grouping.ByStatus)
        {
            return [.. Homes(own, grouping.ByType, measure.DividesByHomes).Select(types => Of(types, [""]))];
        }

        HashSet<string> statuses = [.. TestableFields.Status.Values!.Except(Left(rule, TestableFields.Status))];
        if (rule.Withdrawn == WithdrawnPolicy.Exclude)
        {
            _ = statuses.Remove(Withdrawn);
        }

        return
        [
            .. from types in Homes(own, grouping.ByType, measure.DividesByHomes)
               from refused in Toggled(statuses, Refused, "refused_in", "refused_out")
               from withdrawn in Toggled(refused.Values, Withdrawn, "withdrawn_in", "withdrawn_out")
               select Of(types, withdrawn.Values, refused.Cause, withdrawn.Cause),
        ];
    }

    private static PopulationChoice Of((string[] Values, Cause? Cause) types, IEnumerable<string> statuses, params Cause?[] causes) =>
        new(types.Values, [.. statuses], [.. causes.Prepend(types.Cause).OfType<Cause>()]);

    private static IEnumerable<(string[] Values, Cause? Cause)> Homes(string[] own, bool byType, bool dividesByHomes)
    {
        if (!byType)
        {
            return [(own, null)];
        }

        // Homes are counted for the return alone, which knows no others.
        (string Cause, string[] Types)[] others =
        [
            ("only_lcra", s_types[..1]),
            ("only_lcho", s_types[1..2]),
            ("both_stock_types", s_types[..2]),
            .. dividesByHomes ? [] : new[] { ("all_tenures", s_types) },
        ];
        return
        [
            (own, null),
            .. others
                .Where(other => !other.Types.SequenceEqual(own))
                .Select(other => (other.Types, (Cause?)Reconciling.Causes.Find(other.Cause))),
        ];
    }

    private static IEnumerable<(HashSet<string> Values, Cause? Cause)> Toggled(
        HashSet<string> statuses, string status, string into, string outOf)
    {
        HashSet<string> other = [.. statuses];
        bool isIn = other.Remove(status);
        if (!isIn)
        {
            _ = other.Add(status);
        }

        return [(statuses, null), (other, Reconciling.Causes.Find(isIn ? outOf : into))];
    }

    private static IEnumerable<string> Left(PopulationRule rule, FactField field) => rule.Exclusions
        .Where(exclusion => Grouping.Leaves(exclusion, field))
        .SelectMany(exclusion => ((FieldTest)exclusion.When).Values.OfType<string>());
}
