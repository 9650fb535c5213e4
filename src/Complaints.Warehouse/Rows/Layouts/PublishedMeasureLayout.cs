using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="PublishedMeasureRow"/>.</summary>
internal sealed class PublishedMeasureLayout : RowLayout<PublishedMeasureRow>
{
    public override string StagingTable => "staging_published_measure";

    public override void Write<TSink>(PublishedMeasureRow row, ref TSink sink)
    {
        sink.Text("landlord_code", row.LandlordCode.Value);
        sink.Text("landlord_name", row.LandlordName);
        sink.Text("landlord_type", row.LandlordType);
        sink.Text("size_band", row.SizeBand);
        sink.Text("region", row.Region);
        sink.Text("stock_type", StockTypes.Code(row.StockType));
        sink.Integer("reporting_year", row.ReportingYear.StartYear);
        sink.Text("measure_id", row.MeasureId);
        sink.Decimal("numerator", row.Numerator, 4);
        sink.Decimal("denominator", row.Denominator, 4);
        sink.Text("value_as_printed", row.ValueAsPrinted);
        sink.Text("publisher", row.Publisher);
        // Where a figure was read from is no part of what it says: a renamed copy of the file changes nothing.
        sink.Text("source_file", row.SourceFile, hashed: false);
        sink.Text("source_sheet", row.SourceSheet, hashed: false);
        sink.Text("source_cell", row.SourceCell, hashed: false);
    }
}
