using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Published figures, for <c>fact_published_measure</c>.</summary>
internal sealed class PublishedMeasureDescriptor() : FactDescriptor<PublishedMeasureRow>(
    new PublishedMeasureLayout(),
    new FactTarget
    {
        Table = "fact_published_measure",
        Key = "published_measure_key",
        Natural = "landlord_code, stock_type, reporting_year, measure_id, publisher",
        Script = "published_measure",
        SourceInKey = false,
        QuarantineTargets = ["published_measure"],
        RowKeys =
        [
            "'published_measure ' || key_part(incoming.landlord_code) || '/' || key_part(incoming.stock_type) || '/' || incoming.reporting_year || '/' || key_part(incoming.measure_id)",
        ],
        PartKeys = ["'published_measure ' || key_part(incoming.landlord_code)", "'published_measure ' || key_part(incoming.landlord_code) || '/?'"],
    });
