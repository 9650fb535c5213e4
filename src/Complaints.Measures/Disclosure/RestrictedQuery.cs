using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Disclosure;

/// <summary>
/// What a role that sees no small numbers may ask: everything whose hidden numbers can be kept hidden. Days cut off at will, past states
/// and other rules of counting differ from the standard figure by a few complaints, and a third way of telling figures apart lets the
/// tables of two give its small numbers away.
/// </summary>
internal static class RestrictedQuery
{
    private const string Fix = "ask for the standard figure, or ask as an analyst";

    // Where homes lie is told by one dimension: two maps that differ by a street would tell of the street.
    // Measures count by stages, states and outcomes. Handlers are persons. What landlords have in common overlaps the landlords.
    private static readonly string[] s_shut =
    [
        "estate", "ward", "tenure", "status", "outcome", "refusal_reason", "stage", "handler", "managing_agent", "region", "landlord_type",
        "size_band", "source_system",
    ];

    /// <summary>The axes along which a query tells figures apart.</summary>
    /// <exception cref="UserException">A question that the role may not ask.</exception>
    internal static (Axis X, Axis Y) Axes(ResolvedQuery query, MeasureCatalogue catalogue, SourceCutOffs cutOffs)
    {
        if (query.OfResidents is not Dimension special)
        {
            return Allowed(query, catalogue, cutOffs);
        }

        try
        {
            return Allowed(query, catalogue, cutOffs);
        }
        catch (UserException error)
        {
            // An analyst is refused what only analysts may ask: it would be the wrong advice to ask as one.
            throw new UserException(
                $"{error.What} Figures by {special.Id} hide small numbers from every role.",
                error.Where,
                error.Expected,
                $"ask for the standard figure, or leave '{special.Id}' out",
                error);
        }
    }

    private static (Axis X, Axis Y) Allowed(ResolvedQuery query, MeasureCatalogue catalogue, SourceCutOffs cutOffs)
    {
        Require(
            query.Fact.CanHideSmallNumbers,
            $"'{query.Measures[0].Id}' is not shown: small numbers of {query.Fact.Rows} cannot be kept hidden beside their totals.",
            "measures",
            "measures of complaints");
        MeasureDefinition? incomparable = query.Measures.FirstOrDefault(measure => !CountedParts.Of(catalogue, query.Fact).IsOpen(measure));
        Require(
            incomparable is null,
            $"'{incomparable?.Id}' is not shown: it overlaps other measures in a way that cannot be kept from telling of a few complaints.",
            "measures",
            "measures by lists of values that are within those of others, or apart from them");
        Require(
            query.KnownAtLoad is null,
            "A past state is not shown: it differs from today's by a few complaints.",
            "known at load",
            "the latest state");
        Require(
            query.AsAt is null || query.AsAt == cutOffs.Newest,
            $"Figures as at {query.AsAt:yyyy-MM-dd} are not shown: between two days lie a few complaints.",
            "as at",
            "no day, for that of the records' end");
        Require(
            query.Withdrawn is null && query.Extensions == ExtensionPolicy.AsRecorded,
            "The rules of counting cannot be changed: two rules differ by a few complaints.",
            "withdrawn and extensions",
            "the measure's own rule");
        Require(
            query.Measures.All(measure => StandardPeriods.IsOfMonths(query.PeriodOf(measure))),
            "The period does not begin and end with a month: between two days lie a few complaints.",
            "from and to",
            "reporting years, quarters or months");
        List<Dimension> used =
        [
            .. query.GroupBy.Concat(query.Filters.Select(filter => filter.Dimension)).Where(one => !one.IsPeriod).Distinct(),
        ];
        Dimension? shut = used.Find(dimension => s_shut.Contains(dimension.Id));
        Require(
            shut is null,
            $"Figures by {shut?.Id} are not shown: with those by other dimensions they tell of a few complaints.",
            "group by and filters",
            $"dimensions other than {string.Join(", ", s_shut)}");
        Require(
            !query.GroupBy.Contains(Dimensions.Week),
            "Figures by week are not shown: with those by month they tell of the complaints of a few days.",
            "group by",
            "reporting_year, quarter or month");
        RequirePlain(query.Measures);
        List<Axis> axes =
        [
            .. Dimensions.All.Where(used.Contains).Where(dimension => dimension != Dimensions.Landlord || IsOfSeveral(query))
                .Select(dimension => new Axis(Path(dimension))),
        ];
        // A subcategory stands with its category.
        axes.RemoveAll(axis => axes.Exists(other => other.Levels.Count > axis.Levels.Count && other.Levels[0] == axis.Levels[0]));
        int level = Math.Max(
            query.Measures.Max(measure => StandardPeriods.Level(query.PeriodOf(measure))),
            query.GroupBy.Contains(Dimensions.Month) ? 2 : query.GroupBy.Contains(Dimensions.Quarter) ? 1 : 0);
        if (level > 0)
        {
            axes.Add(new Axis(level == 1 ? [Dimensions.Quarter] : [Dimensions.Quarter, Dimensions.Month]));
        }

        Require(
            axes.Count <= Limits.DisclosureAxes,
            $"Figures by {string.Join(", ", axes.Select(axis => axis.Levels[^1].Id))} at a time are not shown: they are of few people.",
            "group by and filters",
            $"at most {Limits.DisclosureAxes} of: landlord (of several), quarter or month, other dimensions; years do not count");
        return (axes.ElementAtOrDefault(0) ?? Axis.None, axes.ElementAtOrDefault(1) ?? Axis.None);
    }

    private static bool IsOfSeveral(ResolvedQuery query) => query.Scope.IsAll || query.Scope.Codes.Count > 1;

    private static IReadOnlyList<Dimension> Path(Dimension dimension) =>
        dimension.Id == "subcategory" ? [Dimensions.Find("category"), dimension] : [dimension];

    // A measure of repairs alone is a number of the service area: the two would have to be hidden together.
    private static void RequirePlain(IEnumerable<MeasureDefinition> measures)
    {
        string[] open = [.. Dimensions.All.Select(dimension => dimension.Id).Except(s_shut).Except(["stock_type"])];
        foreach (MeasureDefinition measure in measures)
        {
            string? tested = open.FirstOrDefault(id => TestableFields.ByName.TryGetValue(id, out FactField? field)
                && (measure.Numerator.Where.Tests(field) || measure.Denominator?.Where.Tests(field) == true));
            Require(
                tested is null,
                $"'{measure.Id}' counts by {tested}, which figures are told apart by.",
                "measures",
                $"another measure, with a filter on {tested}");
        }
    }

    private static void Require(bool condition, string what, string where, string expected)
    {
        if (!condition)
        {
            throw new UserException(what, where, expected, Fix);
        }
    }
}
