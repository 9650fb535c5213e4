namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>The facts that loads merge.</summary>
internal static class FactTargets
{
    public static FactTarget Stage { get; } = new()
    {
        Table = "fact_stage",
        Key = "stage_key",
        Natural = "case_reference, stage",
        Staging = "staging_stage",
        Script = "stage",
        Members =
        [
            ("service_area", "service_area"),
            ("theme", "theme"),
            ("channel", "channel"),
            ("contractor", "contractor"),
            ("handler", "handler"),
            ("refusal_reason", "refusal_reason"),
            ("escalation_reason", "escalation_reason"),
        ],
        QuarantineTargets = ["stage", "complaint"],
        RowKeys = ["'complaint ' || incoming.case_reference", "'stage ' || incoming.case_reference || '/' || incoming.stage"],
        PartKeys = ["'stage ' || incoming.case_reference", "'stage ' || incoming.case_reference || '/?'"],

        // Which stage a row should have been is often what is wrong with it.
        RelatedKeys = ["'stage ' || incoming.case_reference || '/1'", "'stage ' || incoming.case_reference || '/2'"],
    };

    public static FactTarget Stock { get; } = new()
    {
        Table = "fact_stock",
        Key = "stock_key",
        Natural = "landlord_code, stock_type, year_end",
        Staging = "staging_stock",
        Script = "stock",
        SourceInKey = false,
        QuarantineTargets = ["stock"],
        RowKeys = ["'stock ' || incoming.landlord_code || '/' || incoming.stock_type || '/' || incoming.year_end"],
        PartKeys = ["'stock ' || incoming.landlord_code", "'stock ' || incoming.landlord_code || '/?'"],
    };

    public static FactTarget PublishedMeasure { get; } = new()
    {
        Table = "fact_published_measure",
        Key = "published_measure_key",
        Natural = "landlord_code, stock_type, reporting_year, measure_id, publisher",
        Staging = "staging_published_measure",
        Script = "published_measure",
        SourceInKey = false,
        QuarantineTargets = ["published_measure"],
        RowKeys =
        [
            "'published_measure ' || incoming.landlord_code || '/' || incoming.stock_type || '/' || incoming.reporting_year || '/' || incoming.measure_id",
        ],
        PartKeys = ["'published_measure ' || incoming.landlord_code", "'published_measure ' || incoming.landlord_code || '/?'"],
    };

    public static FactTarget PropertyReference { get; } = new()
    {
        Table = "property_reference",
        Key = "property_reference_key",
        Natural = "identifier, allocator, property_allocator, property_reference, valid_from",
        Staging = "resolved_property_reference",
        Script = "property_reference",
        SameResolution = " AND known.property_id = incoming.property_id",
        QuarantineTargets = ["property_reference"],
        PartKeys = ["'property_reference ' || incoming.identifier"],
    };

    public static FactTarget Contact { get; } = new()
    {
        Table = "fact_contact",
        Key = "contact_key",
        Natural = "contact_reference",
        Staging = "staging_contact",
        Script = "contact",
        Members = [("service_area", "service_area"), ("channel", "channel")],
        QuarantineTargets = ["contact"],
        RowKeys = ["'contact ' || incoming.contact_reference"],
    };

    public static FactTarget Communication { get; } = new()
    {
        Table = "fact_communication",
        Key = "communication_key",
        Natural = "case_reference, stage, kind, occurred_on",
        Staging = "staging_communication",
        Script = "communication",
        QuarantineTargets = ["communication"],
        RowKeys =
        [
            "'communication ' || incoming.case_reference || '/' || incoming.stage || '/' || incoming.kind || '/' || incoming.occurred_on",
        ],
        PartKeys = ["'communication ' || incoming.case_reference", "'communication ' || incoming.case_reference || '/?'"],
    };

    public static FactTarget Action { get; } = new()
    {
        Table = "fact_action",
        Key = "action_key",
        Natural = "case_reference, action_reference",
        Staging = "staging_action",
        Script = "action",
        Members = [("handler", "owner")],
        QuarantineTargets = ["action"],
        RowKeys = ["'action ' || incoming.case_reference || '/' || incoming.action_reference"],
        PartKeys = ["'action ' || incoming.case_reference", "'action ' || incoming.case_reference || '/?'"],
    };

    /// <summary>All of them. Declared last: a list of what is declared after it would hold nothing.</summary>
    public static IReadOnlyList<FactTarget> All { get; } =
        [Stage, Stock, PublishedMeasure, PropertyReference, Contact, Communication, Action];
}
