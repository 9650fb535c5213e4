using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Homes by landlord and stock type, for <c>fact_stock</c>.</summary>
internal sealed class StockDescriptor() : FactDescriptor<StockRow>(
    new StockLayout(),
    new FactTarget
    {
        Table = "fact_stock",
        Key = "stock_key",
        Natural = "landlord_code, stock_type, year_end",
        Script = "stock",
        SourceInKey = false,
        QuarantineTargets = ["stock"],
        RowKeys = ["'stock ' || key_part(incoming.landlord_code) || '/' || key_part(incoming.stock_type) || '/' || incoming.year_end"],
        PartKeys = ["'stock ' || key_part(incoming.landlord_code)", "'stock ' || key_part(incoming.landlord_code) || '/?'"],
    });
