using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Landlords, for <c>dim_landlord</c>.</summary>
internal sealed class LandlordDescriptor() : TimelineDescriptor<LandlordRow>(
    new LandlordLayout(),
    new TimelineTarget
    {
        Dim = "dim_landlord",
        Key = "landlord_key",
        Identity = "landlord_code",
        Columns = ["landlord_code", "name", "landlord_type", "size_band", "region", "managing_agent_code"],
        Incoming = "identified_landlord",
        Script = "landlord",
        QuarantineTarget = "landlord",
        RowKey = "landlord_code",
        HasSource = true,
        AsOf = "landlord_as_of",
        Facts =
        [
            ("fact_stage", "stage_key", "received_on"),
            ("fact_contact", "contact_key", "received_on"),
            ("fact_stock", "stock_key", "year_end"),
            ("fact_finding", "finding_key", "determined_on"),
            ("fact_order", "order_key", "landlord_on"),
            ("fact_survey", "survey_key", "landlord_on"),
        ],
    });
