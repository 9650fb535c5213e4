using Complaints.Domain.Homes;
using Complaints.Domain.Time;

namespace Complaints.Warehouse.Rows;

/// <summary>A figure as a regulator or landlord published it, for <c>fact_published_measure</c>.</summary>
public sealed record PublishedMeasureRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>The landlord.</summary>
    public required LandlordCode LandlordCode { get; init; }

    /// <summary>Its name in the publication.</summary>
    public required string LandlordName { get; init; }

    /// <summary>Its type in the publication.</summary>
    public string? LandlordType { get; init; }

    /// <summary>Its size band in the publication.</summary>
    public string? SizeBand { get; init; }

    /// <summary>Its region in the publication.</summary>
    public string? Region { get; init; }

    /// <summary>The section of the return.</summary>
    public required PublishedStockType StockType { get; init; }

    /// <summary>The reporting year.</summary>
    public required ReportingYear ReportingYear { get; init; }

    /// <summary>Id in the measure catalogue, e.g. "ch01_stage1".</summary>
    public required string MeasureId { get; init; }

    /// <summary>Numerator as printed; at most 14 digits before and 4 after the point.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>Denominator as printed; likewise.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>The calculated value, as text, never used for figures (docs/domain.md §2.6).</summary>
    public string? ValueAsPrinted { get; init; }

    /// <summary>Who published it, e.g. "RSH".</summary>
    public required string Publisher { get; init; }

    /// <summary>File it was read from.</summary>
    public required string SourceFile { get; init; }

    /// <summary>Sheet.</summary>
    public string? SourceSheet { get; init; }

    /// <summary>Cell of the numerator, e.g. "FA12".</summary>
    public string? SourceCell { get; init; }
}
