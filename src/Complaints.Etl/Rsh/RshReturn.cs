using Complaints.Domain.Homes;

namespace Complaints.Etl.Rsh;

/// <summary>
/// The complaint figures of one landlord for one stock type: one row and one section of the management information sheet.
/// </summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="StockType">The section of the return.</param>
/// <param name="Stage1">Stage 1 figures.</param>
/// <param name="Stage2">Stage 2 figures.</param>
/// <param name="Row">The sheet's row, from 1.</param>
public sealed record RshReturn(RshLandlord Landlord, PublishedStockType StockType, RshStageFigures Stage1, RshStageFigures Stage2, int Row)
{
    /// <summary>Whether the landlord returned any complaint figure for this stock type.</summary>
    public bool IsReported => Stage1.IsReported || Stage2.IsReported;
}
