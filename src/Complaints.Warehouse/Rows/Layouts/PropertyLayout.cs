using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="PropertyRow"/>.</summary>
internal sealed class PropertyLayout : RowLayout<PropertyRow>
{
    public override string StagingTable => "staging_property";

    public override void Write<TSink>(PropertyRow row, ref TSink sink)
    {
        sink.Text("allocator", row.Allocator);
        sink.Text("property_reference", row.PropertyReference);
        sink.Long("uprn", row.Uprn?.Value);
        sink.Text("landlord_code", row.LandlordCode.Value);
        sink.Text("tenure_code", row.TenureCode);
        sink.Text("stock_type", StockTypes.Code(row.StockType));
        sink.Text("estate", row.Estate);
        sink.Text("neighbourhood", row.Neighbourhood);
        sink.Text("ward", row.Ward);
        sink.Text("postcode", row.Postcode);
        sink.Text("block_reference", row.BlockReference);
        sink.Date("valid_from", row.ValidFrom, hashed: false);
        sink.Date("valid_to", row.ValidTo, hashed: false);
        // A home without an address is what it was before there were any.
        sink.Text("address", row.Address, hashed: row.Address is not null);
    }
}
