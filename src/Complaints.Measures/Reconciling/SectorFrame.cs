using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Reconciling;

/// <summary>Which published values a printed figure of the sector may be taken of.</summary>
/// <param name="StockType">The homes.</param>
/// <param name="Year">The reporting year.</param>
/// <param name="Causes">In what that differs from what the figure says of itself.</param>
internal sealed record SectorFrame(PublishedStockType StockType, ReportingYear Year, IReadOnlyList<Cause> Causes)
{
    /// <summary>Those that are tried: the printed homes, LCRA where none are printed, and year first.</summary>
    internal static IReadOnlyList<SectorFrame> Of(PrintedFigure printed)
    {
        bool isLcho = printed.Filters.Any(filter => filter.Dimension == Dimensions.StockType.Id
            && filter.Values.Contains(StockTypes.Code(PublishedStockType.Lcho)));
        (PublishedStockType own, PublishedStockType other, string cause) = isLcho
            ? (PublishedStockType.Lcho, PublishedStockType.Lcra, "only_lcra")
            : (PublishedStockType.Lcra, PublishedStockType.Lcho, "only_lcho");
        var year = ReportingYear.Of(printed.Period.First);
        return
        [
            new SectorFrame(own, year, []),
            new SectorFrame(other, year, [Reconciling.Causes.Find(cause)]),
            new SectorFrame(own, year.Previous, [Reconciling.Causes.Find("year_before")]),
            new SectorFrame(own, year.Next, [Reconciling.Causes.Find("year_after")]),
        ];
    }
}
