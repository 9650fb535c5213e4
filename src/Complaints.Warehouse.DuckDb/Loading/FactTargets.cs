namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>What the merge of a fact needs to know of it; everything here is a name of ours, never a value.</summary>
internal sealed record FactTarget
{
    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>Its surrogate key.</summary>
    public required string Key { get; init; }

    /// <summary>Its natural key, beside the source system where <see cref="SourceInKey"/>.</summary>
    public required string Natural { get; init; }

    /// <summary>The staging table that is compared.</summary>
    public required string Staging { get; init; }

    /// <summary>The script with its insert.</summary>
    public required string Script { get; init; }

    /// <summary>List dimensions that take new members from a column.</summary>
    public IReadOnlyList<(string Dim, string Column)> Members { get; init; } = [];

    /// <summary>Whether two sources may say different things about the same natural key.</summary>
    public bool SourceInKey { get; init; } = true;

    /// <summary>What else must be equal for a row to be unchanged.</summary>
    public string SameResolution { get; init; } = "";

    /// <summary>Mapping targets whose quarantine an accepted row settles.</summary>
    public required IReadOnlyList<string> QuarantineTargets { get; init; }

    /// <summary>Target and row key of the entries that are the same row: "'stock ' || key_part(incoming.landlord_code) …".</summary>
    public IReadOnlyList<string> RowKeys { get; init; } = [];

    /// <summary>Likewise of the entries that may be the same row because a part of their key could not be read.</summary>
    public IReadOnlyList<string> PartKeys { get; init; } = [];

    /// <summary>
    /// Keys of entries that speak of the same thing without being the same row: a full file that holds such a row back does not withdraw
    /// the fact.
    /// </summary>
    public IReadOnlyList<string> RelatedKeys { get; init; } = [];

    /// <summary>The names for the merge scripts.</summary>
    public (string Name, string Sql)[] Names() =>
    [
        ("table", Table),
        ("key", Key),
        ("natural", Natural),
        ("staging", Staging),
        ("same_source", SourceInKey ? "AND source_system = $source_system" : ""),
        ("same_resolution", SameResolution),
        ("quarantine_targets", string.Join(", ", QuarantineTargets.Select(target => $"'{target}'"))),
        ("row_keys", string.Join(", ", RowKeys)),
        ("part_keys", string.Join(", ", PartKeys)),
        ("entry_keys", string.Join(", ", RowKeys.Concat(PartKeys))),
        ("held_keys", string.Join(", ", RowKeys.Concat(PartKeys).Concat(RelatedKeys))),
    ];
}

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
        RowKeys = ["'complaint ' || key_part(incoming.case_reference)", "'stage ' || key_part(incoming.case_reference) || '/' || incoming.stage"],
        PartKeys = ["'stage ' || key_part(incoming.case_reference)", "'stage ' || key_part(incoming.case_reference) || '/?'"],

        // Which stage a row should have been is often what is wrong with it.
        RelatedKeys = ["'stage ' || key_part(incoming.case_reference) || '/1'", "'stage ' || key_part(incoming.case_reference) || '/2'"],
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
        RowKeys = ["'stock ' || key_part(incoming.landlord_code) || '/' || key_part(incoming.stock_type) || '/' || incoming.year_end"],
        PartKeys = ["'stock ' || key_part(incoming.landlord_code)", "'stock ' || key_part(incoming.landlord_code) || '/?'"],
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
            "'published_measure ' || key_part(incoming.landlord_code) || '/' || key_part(incoming.stock_type) || '/' || incoming.reporting_year || '/' || key_part(incoming.measure_id)",
        ],
        PartKeys = ["'published_measure ' || key_part(incoming.landlord_code)", "'published_measure ' || key_part(incoming.landlord_code) || '/?'"],
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
        PartKeys = ["'property_reference ' || key_part(incoming.identifier)"],
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
        RowKeys = ["'contact ' || key_part(incoming.contact_reference)"],
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
            "'communication ' || key_part(incoming.case_reference) || '/' || incoming.stage || '/' || key_part(incoming.kind) || '/' || incoming.occurred_on",
        ],
        PartKeys = ["'communication ' || key_part(incoming.case_reference)", "'communication ' || key_part(incoming.case_reference) || '/?'"],
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
        RowKeys = ["'action ' || key_part(incoming.case_reference) || '/' || key_part(incoming.action_reference)"],
        PartKeys = ["'action ' || key_part(incoming.case_reference)", "'action ' || key_part(incoming.case_reference) || '/?'"],
    };

    /// <summary>All of them. Declared last: a list of what is declared after it would hold nothing.</summary>
    public static IReadOnlyList<FactTarget> All { get; } =
        [Stage, Stock, PublishedMeasure, PropertyReference, Contact, Communication, Action];
}
