using Complaints.Domain;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Planning;

/// <summary>Makes a plan of a resolved query. The landlord condition of the principal is part of every pass.</summary>
internal static class Planner
{
    private static readonly Condition s_open = new FieldTest(TestableFields.Basis, ConditionOperator.Equal, ["open"]);

    internal static FigurePlan Plan(ResolvedQuery query)
    {
        var rows = new RowConditions
        {
            Period = Period.Of(query.Measures.SelectMany(measure => query.PeriodOf(measure).Spans)),
            AsAt = query.AsAt ?? DateOnly.MaxValue,
            Landlords = query.Scope,
            Filters = query.Filters,
            KnownAtLoad = query.KnownAtLoad,
        };
        var scans = new Scans(query, rows);
        StockScan? stock = Stock(query, rows);
        List<MeasurePlan> measures = [.. query.Measures.Select(measure => Measure(query, measure, scans.Of(measure)))];
        return new FigurePlan
        {
            GroupBy = query.GroupBy,
            Rows = rows,
            Scans = scans.Build(),
            Stock = stock,
            Measures = measures,
            FetchRows = (query.Limit ?? Limits.FigureRows) + 1,
        };
    }

    private static MeasurePlan Measure(ResolvedQuery query, MeasureDefinition measure, ScanBuilder scan)
    {
        IReadOnlyList<Exclusion> exclusions = measure.PopulationRule.Under(query.PolicyFor(measure));
        Condition population = Condition.And(exclusions.Select(exclusion => Negation.Of(exclusion.When)));
        ColumnRef numerator = scan.Add($"{measure.Id}_numerator", Within(measure.Numerator, population));
        ColumnRef? denominator = measure.DividesByHomes
            ? new ColumnRef(StockName, StockScan.Homes)
            : measure.Denominator is Aggregate below
                ? scan.Add($"{measure.Id}_denominator", Within(below, population))
                : null;
        ColumnRef open = scan.Add($"{measure.Id}_open", new Aggregate(Condition.And(measure.Base, population, s_open)));
        return new MeasurePlan(measure, numerator, denominator, open, Excluded(measure, exclusions, scan));
    }

    // A row is counted under the first reason that it meets.
    private static List<ExcludedColumn> Excluded(MeasureDefinition measure, IReadOnlyList<Exclusion> exclusions, ScanBuilder scan)
    {
        var columns = new List<ExcludedColumn>(exclusions.Count);
        Condition before = Condition.Always;
        foreach (Exclusion exclusion in exclusions)
        {
            var aggregate = new Aggregate(Condition.And(measure.Base, before, exclusion.When));
            columns.Add(new ExcludedColumn(exclusion.Reason, scan.Add($"{measure.Id}_{exclusion.Reason}", aggregate)));
            before = Condition.And(before, Negation.Of(exclusion.When));
        }

        return columns;
    }

    private static Aggregate Within(Aggregate aggregate, Condition population) =>
        aggregate with { Where = Condition.And(aggregate.Where, population) };

    private const string StockName = "stock";

    // Homes are read for denominators, and for the rows of landlords that have homes and no complaints.
    private static StockScan? Stock(ResolvedQuery query, RowConditions rows)
    {
        bool divides = query.Measures.Any(measure => measure.DividesByHomes);
        bool makesRows = query.GroupBy.Count > 0 && query.GroupBy.All(dimension => dimension.IsOfStock);
        if (!divides && !makesRows)
        {
            return null;
        }

        List<Dimension> dimensions = [.. query.GroupBy.Where(dimension => dimension.IsOfStock)];
        bool byShorterPeriod = query.GroupBy.Any(dimension => dimension.IsPeriod) && !dimensions.Contains(Dimensions.ReportingYear);
        return new StockScan(StockName, rows, byShorterPeriod ? [.. dimensions, Dimensions.ReportingYear] : dimensions);
    }
}
