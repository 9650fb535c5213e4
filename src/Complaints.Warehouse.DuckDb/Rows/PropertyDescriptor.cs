using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Homes, for <c>dim_property</c>.</summary>
internal sealed class PropertyDescriptor() : TimelineDescriptor<PropertyRow>(
    new PropertyLayout(),
    new TimelineTarget
    {
        Dim = "dim_property",
        Key = "property_key",
        Identity = "property_id",
        Columns =
        [
            "property_id", "allocator", "property_reference", "uprn", "landlord_code", "tenure_code", "stock_type", "estate",
            "neighbourhood", "ward", "postcode", "block_reference", "address",
        ],
        Incoming = "identified_property",
        Script = "property",
        QuarantineTarget = "property",
        RowKey = "property_reference",
        SameSource = "AND allocator = $source_system",
        MovesBeginning = true,
        AsOf = "property_as_of",
        Facts = [("fact_stage", "stage_key", "received_on"), ("fact_contact", "contact_key", "received_on")],
    });
