using Complaints.Domain;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Planning;

/// <summary>Makes a plan of a resolved query. The landlord condition of the principal is part of every pass.</summary>
internal static class Planner
{
    private static readonly Condition s_faulty = Is(TestableFields.FaultyExtension);

    internal static FigurePlan Plan(ResolvedQuery query)
    {
        RowConditions rows = Rows(query);
        var scans = new Scans(query, rows);
        StockScan? stock = Stock(query, rows);
        List<MeasurePlan> measures = [.. query.Measures.Select(measure => Measure(query, measure, scans))];
        return new FigurePlan
        {
            Fact = query.Fact,
            GroupBy = query.GroupBy,
            Rows = rows,
            Scans = scans.Build(),
            Stock = stock,
            Measures = measures,
            FillsPeriods = !query.SkipEmptyPeriods && !query.Fact.IsOfYearEnds && query.GroupBy.Any(dimension => dimension.IsPeriod),
            FetchRows = (query.Limit ?? Limits.FigureRows) + 1,
        };
    }

    /// <summary>
    /// Whether what stands above the line is no part of what stands below, as stage 2 complaints are none of stage 1: then both are looked
    /// at.
    /// </summary>
    internal static bool HasTwoPopulations(MeasureDefinition measure) =>
        measure.Denominator is not null && !Implication.Holds(measure.Numerator.Where, measure.Base);

    /// <summary>The conditions on every row that a measure of the query counts.</summary>
    internal static RowConditions Rows(ResolvedQuery query) => new()
    {
        Period = Period.Of(query.Measures.SelectMany(measure => query.PeriodOf(measure).Spans)),
        AsAt = query.AsAt ?? DateOnly.MaxValue,
        Landlords = query.Scope,
        Filters = query.Filters,
        Extensions = query.Extensions,
        KnownAtLoad = query.KnownAtLoad,
    };

    private static MeasurePlan Measure(ResolvedQuery query, MeasureDefinition measure, Scans scans)
    {
        ScanBuilder scan = scans.Of(measure);
        IReadOnlyList<Exclusion> exclusions = measure.Exclusions(query.PolicyFor(measure));
        Condition population = Condition.And(exclusions.Select(exclusion => Negation.Of(exclusion.When)));
        ColumnRef numerator = Column($"{measure.Id}_numerator", measure.Numerator);
        ColumnRef? denominator = measure.DividesByHomes
            ? new ColumnRef(StockName, StockScan.Homes)
            : measure.Denominator is Aggregate below
                ? Column($"{measure.Id}_denominator", below)
                : null;
        bool two = HasTwoPopulations(measure);
        string over = two ? "numerator_" : "";
        string beneath = two ? "denominator_" : "";
        return new MeasurePlan(
            measure,
            numerator,
            denominator,
            Open(measure, beneath, measure.Base, population, scan),
            two ? Open(measure, over, measure.Numerator.Where, population, scan) : null,
            [
                .. Excluded(measure, beneath, measure.Base, exclusions, scan),
                .. two ? Excluded(measure, over, measure.Numerator.Where, exclusions, scan) : [],
            ],
            measure.DependsOnExtensions ? Faults(measure, population, scans.ExtensionsOf(measure)) : []);

        // What is made of all values is counted in a pass of its own.
        ColumnRef Column(string name, Aggregate aggregate)
        {
            Aggregate within = Within(aggregate, population);
            return (within.Statistic is null ? scan : scans.StatisticsOf(measure, within)).Add(name, within);
        }
    }

    private static ColumnRef? Open(MeasureDefinition measure, string which, Condition of, Condition population, ScanBuilder scan) =>
        measure.Fact.Open is Condition open
            ? scan.Add($"{measure.Id}_{which}open", new Aggregate(Condition.And(of, population, open)))
            : null;

    // A row is counted under the first reason that it meets.
    private static List<ExcludedColumn> Excluded(
        MeasureDefinition measure, string which, Condition of, IReadOnlyList<Exclusion> exclusions, ScanBuilder scan)
    {
        var columns = new List<ExcludedColumn>(exclusions.Count);
        Condition before = Condition.Always;
        foreach (Exclusion exclusion in exclusions)
        {
            string reason = which + exclusion.Reason;
            var aggregate = new Aggregate(Condition.And(of, before, exclusion.When));
            columns.Add(new ExcludedColumn(reason, scan.Add($"{measure.Id}_{reason}", aggregate)));
            before = Condition.And(before, Negation.Of(exclusion.When));
        }

        return columns;
    }

    private static List<ExtensionColumn> Faults(MeasureDefinition measure, Condition population, ScanBuilder scan) =>
    [
        .. CatalogueWords.ExtensionFaults.Keys.Select(word => new ExtensionColumn(word, scan.Add(
            $"{measure.Id}_extension_{word}",
            new Aggregate(Condition.And(measure.Base, population, s_faulty, Is(TestableFields.ExtensionFault(word))))))),
    ];

    private static FieldTest Is(FactField flag) => new(flag, ConditionOperator.Equal, [true]);

    private static Aggregate Within(Aggregate aggregate, Condition population) =>
        aggregate with { Where = Condition.And(aggregate.Where, population) };

    private const string StockName = "stock";

    // Homes are read for denominators, and for the rows of landlords that have homes and no complaints.
    private static StockScan? Stock(ResolvedQuery query, RowConditions rows)
    {
        bool divides = query.Measures.Any(measure => measure.DividesByHomes);
        bool makesRows = query.Fact.HomesMakeRows && query.GroupBy.Count > 0 && query.GroupBy.All(dimension => dimension.IsOfStock);
        if (!divides && !makesRows)
        {
            return null;
        }

        List<Dimension> dimensions = [.. query.GroupBy.Where(dimension => dimension.IsOfStock)];
        bool byShorterPeriod = query.GroupBy.Any(dimension => dimension.IsPeriod) && !dimensions.Contains(Dimensions.ReportingYear);
        return new StockScan(StockName, rows, byShorterPeriod ? [.. dimensions, Dimensions.ReportingYear] : dimensions)
        {
            ToldBy = query.Fact.HomesMakeRows ? null : query.Fact,
        };
    }
}
