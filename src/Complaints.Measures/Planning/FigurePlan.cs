using Complaints.Measures.Catalogue;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Planning;

/// <summary>
/// How the figures are computed, before any SQL: each fact is aggregated apart, on the dimensions that it has, and the results are
/// joined on those that they share. Joining facts first would count a home once for each of its landlord's complaints.
/// </summary>
internal sealed record FigurePlan
{
    /// <summary>The fact whose rows are counted.</summary>
    internal required FactTable Fact { get; init; }

    internal required IReadOnlyList<Dimension> GroupBy { get; init; }

    /// <summary>The conditions on every row that any of the measures counts.</summary>
    internal required RowConditions Rows { get; init; }

    /// <summary>One pass for each fact, date role and period that the measures use.</summary>
    internal required IReadOnlyList<FactScan> Scans { get; init; }

    /// <summary>The homes; null when neither a denominator nor a row of the result comes from them.</summary>
    internal required StockScan? Stock { get; init; }

    internal required IReadOnlyList<MeasurePlan> Measures { get; init; }

    /// <summary>Whether periods without complaints are rows as well, so that a chart of twelve months has twelve points.</summary>
    internal required bool FillsPeriods { get; init; }

    /// <summary>Rows that are fetched at most: one more than is given out, so that a cut shows.</summary>
    internal required int FetchRows { get; init; }

    /// <summary>The dimensions on which a pass is aggregated: those asked for, and the year where homes are joined by it.</summary>
    internal IReadOnlyList<Dimension> ScanDimensions => JoinsHomesByHiddenYear ? [.. GroupBy, Dimensions.ReportingYear] : GroupBy;

    /// <summary>
    /// A quarter or a month has its year's homes, so the year is carried along; it adds no rows, because the shorter period determines it.
    /// </summary>
    internal bool JoinsHomesByHiddenYear => Stock is not null
        && GroupBy.Any(dimension => dimension.IsPeriod)
        && !GroupBy.Contains(Dimensions.ReportingYear);

    /// <summary>The plan with what its sources know: without the homes of landlords of whom none tells.</summary>
    /// <param name="sources">The day up to which each is known.</param>
    /// <param name="untold">Those landlords.</param>
    internal FigurePlan KnownBy(IReadOnlyDictionary<string, DateOnly> sources, IReadOnlyList<UntoldLandlords> untold) => this with
    {
        Stock = Stock is null || untold.Count == 0 ? Stock : Stock with { Untold = untold },
        Scans = [.. Scans.Select(scan => scan with { Rows = scan.Rows with { SourceDays = sources } })],
    };

    /// <summary>Whether homes without complaints make rows: only where the stock knows every dimension asked for.</summary>
    internal bool StockMakesRows => Stock is not null && Fact.HomesMakeRows && GroupBy.All(dimension => dimension.IsOfStock);
}
