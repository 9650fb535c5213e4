using Complaints.Domain.Homes;
using Complaints.Domain.Time;

namespace Complaints.Etl.Rsh;

/// <summary>One figure the regulator published: landlord × stock type × measure.</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="StockType">The section of the return.</param>
/// <param name="Year">The reporting year.</param>
/// <param name="MeasureId">The measure's id, such as <c>ch01_stage1</c>.</param>
/// <param name="Numerator">Null where the cell holds a placeholder.</param>
/// <param name="Denominator">Null where the cell holds a placeholder; can be 0.</param>
/// <param name="NumeratorCell">The address of the numerator, or of its first part.</param>
/// <param name="Printed">The value as printed; for the split by extension, which has no value of its own, the count.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="Row">The sheet's row, from 1.</param>
/// <param name="Unreadable">A cell of this figure that is neither a number nor a placeholder; null when all can be read.</param>
public sealed record RshPublishedFigure(
    RshLandlord Landlord,
    PublishedStockType StockType,
    ReportingYear Year,
    string MeasureId,
    decimal? Numerator,
    decimal? Denominator,
    string NumeratorCell,
    RshCell Printed,
    string Sheet,
    int Row,
    RshCell? Unreadable);
