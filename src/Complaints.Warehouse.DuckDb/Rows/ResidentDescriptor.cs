using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Residents and their bands, for <c>dim_resident_characteristics</c>.</summary>
internal sealed class ResidentDescriptor() : TimelineDescriptor<ResidentRow>(
    new ResidentLayout(),
    new TimelineTarget
    {
        Dim = "dim_resident_characteristics",
        Key = "characteristics_key",
        Identity = "customer_id",
        Columns =
        [
            "customer_id", "resident_key", "pseudonym", "landlord_code", "age_band", "ethnicity_band", "disability_band",
            "vulnerability_band", "adjustment_band",
        ],
        Incoming = "identified_resident",
        Script = "resident",
        QuarantineTarget = "resident",
        RowKey = "pseudonym",
        SameSource = "AND source_system = $source_system",
        HasSource = true,
        AsOf = "",
        Facts = [],
    });
