using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Domain.Homes;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Queries;

/// <summary>Turns what was asked into what is meant, or says what is wrong with it. Nothing is read from the warehouse.</summary>
internal static class QueryResolver
{
    /// <summary>Resolves a query.</summary>
    /// <param name="query">What was asked.</param>
    /// <param name="catalogue">The measures.</param>
    /// <param name="principal">Who asks; nobody sees nothing.</param>
    /// <param name="dataCutOff">The day as at which figures stand when the query does not say.</param>
    /// <exception cref="UserException">An unknown name, a value that is none, or a limit passed.</exception>
    internal static ResolvedQuery Resolve(FigureQuery query, MeasureCatalogue catalogue, Principal? principal, DateOnly? dataCutOff)
    {
        RequireLimits(query);
        Period period = PeriodOf(query);
        IReadOnlyList<Dimension> groupBy = GroupBy(query);
        IReadOnlyList<MeasureDefinition> measures =
            [.. query.Measures.Select(id => catalogue.Find(id, period.First, period.End))];
        RequireOneFact(measures);
        RequireOwnDimensions(measures, groupBy.Concat(query.Filters.Select(filter => Dimensions.Find(filter.Dimension))));
        RequireOneYearOfHomes(measures, groupBy, period);
        RequireYears(measures[0], groupBy, period);
        RequireWholeHomes(measures, groupBy.Concat(query.Filters.Select(filter => Dimensions.Find(filter.Dimension))));
        var resolved = new ResolvedQuery
        {
            Measures = measures,
            GroupBy = groupBy,
            Period = period,
            Filters = [.. query.Filters.Select(filter => Filter(filter, measures[0].Fact)).Where(filter => !filter.Dimension.IsPeriod)],
            Scope = Principal.ScopeOf(principal),
            HidesSmallNumbers = principal is not { SeesCases: true } || SpecialCategory.In(query) is not null,
            TellsTotals = principal is { SeesCases: true },
            AsAt = AsAt(query.AsAt, dataCutOff),
            KnownAtLoad = query.KnownAtLoad,
            Withdrawn = query.Withdrawn,
            Extensions = query.Extensions,
            DecimalPlaces = query.DecimalPlaces,
            Rounding = query.Rounding,
            Limit = query.Limit,
            SkipEmptyPeriods = query.SkipEmptyPeriods,
            TellsClockStarts = query.TellsClockStarts,
            ShareOf = ShareOf(query, measures, groupBy),
        };
        RequireDefinitions(resolved);
        return resolved;
    }

    // The records end at their cut-off: no figure can stand as at a later day, whatever day is asked for.
    internal static DateOnly? AsAt(DateOnly? asked, DateOnly? cutOff) => asked > cutOff ? cutOff : asked ?? cutOff;

    private static void RequireLimits(FigureQuery query)
    {
        SupportedDays.Require(query.From, "from");
        SupportedDays.Require(query.To, "to");
        SupportedDays.Require(query.AsAt, "as at");
        Require(query.Measures.Count > 0, "The query names no measure.", "measures", "at least one id such as ch02_stage1");
        RequireAtMost(query.Measures.Count, Limits.MeasuresPerQuery, "measures");
        RequireAtMost(query.GroupBy.Count, Limits.DimensionsPerQuery, "group by");
        RequireAtMost(query.Filters.Count, Limits.FiltersPerQuery, "filter");
        RequireAtMost(query.Filters.Sum(filter => filter.Values.Count), Limits.FilterValuesPerQuery, "filter values");
        RequireAtMost(query.Years.Count, Limits.FilterValuesPerQuery, "year");
        RequireDistinct(query.Measures, "measures");
        RequireDistinct([.. query.Filters.Select(filter => filter.Dimension)], "filter");
        Require(
            query.DecimalPlaces is null or (>= 0 and <= Limits.DecimalPlaces),
            $"{query.DecimalPlaces} decimal places cannot be shown.",
            "decimal places",
            $"0 to {Limits.DecimalPlaces}");
        Require(
            query.Rounding is null or RoundingMode.HalfUp or RoundingMode.Truncate,
            "A single figure cannot be rounded so that a set adds up to 100.",
            "rounding",
            string.Join(" or ", CatalogueWords.Roundings.Keys));
        Require(
            query.Limit is null or (>= 1 and <= Limits.FigureRows),
            $"A limit of {query.Limit} rows is not possible.",
            "limit",
            $"1 to {Limits.FigureRows}");
        Require(
            query.From is not DateOnly from || query.To is not DateOnly to || from <= to,
            $"The period ends ({query.To:yyyy-MM-dd}) before it begins ({query.From:yyyy-MM-dd}).",
            "from and to",
            "a last day that is not before the first");
    }

    private static Period PeriodOf(FigureQuery query)
    {
        Period years = query.Years.Count == 0 ? Period.Everything : Period.Of(query.Years.Select(Period.Of));
        Period period = years.Intersect(Period.Of([new DateSpan(query.From, query.To?.AddDays(1))]));
        foreach (QueryFilter filter in query.Filters)
        {
            Dimension dimension = Dimensions.Find(filter.Dimension);
            if (dimension.IsPeriod)
            {
                RequireValues(filter);
                period = period.Intersect(Period.Of(filter.Values.Select(value => PeriodWords.Days(dimension, value))));
            }
        }

        Require(
            !period.IsEmpty, "No day is in all of the periods that the query names.", "year, from, to and filters", "periods that overlap");
        return period;
    }

    // A share of all is one of all: nothing of the total may be filtered away or cut off.
    private static Dimension? ShareOf(FigureQuery query, IReadOnlyList<MeasureDefinition> measures, IReadOnlyList<Dimension> groupBy)
    {
        if (query.ShareOf is not string id)
        {
            return null;
        }

        const string where = "share";
        Dimension over = Dimensions.Find(id);
        Require(
            groupBy.Contains(over),
            $"Shares over '{over.Id}' are of its groups, and the figures are not grouped by it.",
            where,
            groupBy.Count == 0 ? "a dimension that the figures are grouped by" : string.Join(" or ", groupBy.Select(known => known.Id)));
        MeasureDefinition? other = measures.FirstOrDefault(measure => measure.Kind != MeasureKind.Count || !measure.AddsUp);
        Require(
            other is null,
            $"'{other?.Id}' has no share of a total: that of all groups is not the sum of theirs.",
            "measures",
            "counts, and sums of amounts");
        Require(
            query.Filters.All(filter => Dimensions.Find(filter.Dimension) != over),
            $"The filter on '{over.Id}' leaves out a part of the total of which shares are told.",
            "filter",
            $"no filter on {over.Id}, or no share");
        Require(query.Limit is null, "A limit cuts off a part of the total of which shares are told.", "limit", "no limit, or no share");
        return over;
    }

    private static void RequireDefinitions(ResolvedQuery query)
    {
        MeasureDefinition? never = query.Measures.FirstOrDefault(measure => query.PeriodOf(measure).IsEmpty);
        Require(
            never is null,
            $"'{never?.Id}' is not defined on any day of the period, which ends before {query.Period.End:yyyy-MM-dd}.",
            "measures",
            $"days from {never?.EffectiveFrom:yyyy-MM-dd}");
    }

    private static List<Dimension> GroupBy(FigureQuery query)
    {
        List<Dimension> dimensions = [.. query.GroupBy.Select(Dimensions.Find).Distinct()];
        RequireDistinct([.. query.GroupBy.Where(id => id != Dimensions.LandlordName)], "group by");
        return dimensions;
    }

    private static ResolvedFilter Filter(QueryFilter filter, FactTable fact)
    {
        Dimension dimension = Dimensions.Find(filter.Dimension);
        RequireValues(filter);
        IReadOnlyList<string> values = dimension.Id switch
        {
            "landlord" => [.. filter.Values.Select(value => Landlord(filter, value, fact))],
            "stock_type" => [.. filter.Values.Select(value => Read(filter, value, text => StockTypes.Code(StockTypes.Parse(text))))],
            "stage" => [.. filter.Values.Select(Stage)],
            _ => filter.Values,
        };
        return new ResolvedFilter(dimension, [.. values.Distinct(StringComparer.Ordinal)]);
    }

    // A row whose case is not loaded is of no landlord that is known.
    private static string Landlord(QueryFilter filter, string value, FactTable fact) =>
        value == Dimensions.NotRecorded && fact.Link == FactLink.Case ? "" : Read(filter, value, text => LandlordCode.Parse(text).Value);

    private static string Stage(string value)
    {
        Require(value is "1" or "2", $"A complaint has no stage '{value}'.", "filter stage", "1 or 2");
        return value;
    }

    // The rule of a value does not know where the value stood.
    private static string Read(QueryFilter filter, string value, Func<string, string> rule)
    {
        try
        {
            return rule(value);
        }
        catch (UserException error) when (error.Where is null)
        {
            throw new UserException(error.What, $"filter {filter.Dimension}", error.Expected, error.Fix, error);
        }
    }

    // Each fact has sources of its own, which know the world up to days of their own: figures of two do not stand as at one day.
    private static void RequireOneFact(IReadOnlyList<MeasureDefinition> measures)
    {
        MeasureDefinition? other = measures.FirstOrDefault(measure => measure.Fact != measures[0].Fact);
        if (other is not null)
        {
            throw new UserException(
                $"'{measures[0].Id}' counts {measures[0].Fact.Rows} and '{other.Id}' {other.Fact.Rows}: they come from other records and stand as at other days.",
                where: "measures",
                expected: "measures of one kind of record",
                fix: $"ask for the measures of {measures[0].Fact.Rows} and of {other.Fact.Rows} apart");
        }
    }

    private static void RequireOwnDimensions(IReadOnlyList<MeasureDefinition> measures, IEnumerable<Dimension> dimensions)
    {
        FactTable fact = measures[0].Fact;
        if (dimensions.FirstOrDefault(dimension => !dimension.IsOf(fact)) is Dimension lacking)
        {
            throw new UserException(
                $"The {fact.Rows} that {string.Join(" and ", measures.Select(measure => $"'{measure.Id}'"))} count have no {lacking.Id}.",
                where: "group by or filter",
                expected: $"one of {string.Join(", ", Dimensions.All.Where(dimension => dimension.IsOf(fact)).Select(dimension => dimension.Id))}",
                fix: $"leave '{lacking.Id}' out, or ask for measures of records that have it");
        }
    }

    // Homes are counted once a year: over two years they would be added up, and a rate of two years is not a rate per year.
    private static void RequireOneYearOfHomes(IReadOnlyList<MeasureDefinition> measures, IReadOnlyList<Dimension> groupBy, Period period)
    {
        MeasureDefinition? homes = measures.FirstOrDefault(measure => measure.DividesByHomes);
        if (homes is null || groupBy.Any(dimension => dimension.IsPeriod) || period.Years() is { Count: 1 })
        {
            return;
        }

        throw new UserException(
            $"'{homes.Id}' divides by the homes at a year's end, and the period is not within one reporting year.",
            where: "measures",
            expected: "one reporting year, or figures grouped by reporting_year, quarter or month",
            fix: "add a year (2024/25) or group by reporting_year");
    }

    // What is counted at the year's end has no number for a part of a year, and those of two years are of the same people.
    private static void RequireYears(MeasureDefinition measure, IReadOnlyList<Dimension> groupBy, Period period)
    {
        if (!measure.Fact.IsOfYearEnds)
        {
            return;
        }

        bool one = groupBy.Contains(Dimensions.ReportingYear) || period.Years() is { Count: 1 };
        Require(
            one && period.Spans.All(span => IsYearsEdge(span.First) && IsYearsEdge(span.End)),
            $"'{measure.Id}' is counted at the end of a reporting year, and the period is {(one ? "not made of whole ones" : "not one alone")}.",
            "year, from and to",
            "one whole reporting year, or figures grouped by reporting_year");
    }

    private static bool IsYearsEdge(DateOnly? day) => day is null or { Month: 4, Day: 1 };

    private static void RequireWholeHomes(IReadOnlyList<MeasureDefinition> measures, IEnumerable<Dimension> dimensions)
    {
        if (measures.FirstOrDefault(measure => measure.DividesByHomes) is MeasureDefinition homes
            && dimensions.FirstOrDefault(dimension => dimension.SplitsHomes) is Dimension split)
        {
            throw new UserException(
                $"'{homes.Id}' divides by homes, and the homes of each {split.Id} are not known: the stock counts them by landlord, stock type and year.",
                where: "group by or filter",
                expected: "a count or a share by this dimension, or the rate by another",
                fix: $"leave '{split.Id}' out, or ask for a measure that is not per 1,000 homes");
        }
    }

    private static void RequireValues(QueryFilter filter) => Require(
        filter.Values.Count > 0 && filter.Values.All(value => !string.IsNullOrWhiteSpace(value)),
        $"The filter on '{filter.Dimension}' has no value.",
        "filter",
        "one value or more, none empty");

    private static void RequireDistinct(IReadOnlyList<string> ids, string where)
    {
        string? twice = ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require(twice is null, $"'{twice}' is named twice.", where, "each id once");
    }

    private static void RequireAtMost(int count, int most, string where) =>
        Require(count <= most, $"The query has {count} under '{where}'.", where, $"at most {most}");

    /// <exception cref="UserException">The condition does not hold.</exception>
    internal static void Require(bool condition, string what, string where, string expected)
    {
        if (!condition)
        {
            throw new UserException(what, where, expected, fix: "change the query");
        }
    }
}
