using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="StockRow"/>.</summary>
internal sealed class StockLayout : RowLayout<StockRow>
{
    public override string StagingTable => "staging_stock";

    public override void Write<TSink>(StockRow row, ref TSink sink)
    {
        sink.Text("landlord_code", row.LandlordCode.Value);
        sink.Text("stock_type", StockTypes.Code(row.StockType));
        sink.Date("year_end", row.YearEnd);
        sink.Integer("homes", row.Homes);
    }
}
