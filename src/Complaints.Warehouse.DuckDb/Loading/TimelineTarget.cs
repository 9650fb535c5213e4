namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>What the merge of a type 2 dimension needs to know of it; everything here is a name of ours, never a value.</summary>
internal sealed record TimelineTarget
{
    /// <summary>The dimension.</summary>
    public required string Dim { get; init; }

    /// <summary>Key of a version.</summary>
    public required string Key { get; init; }

    /// <summary>Durable identity of a member.</summary>
    public required string Identity { get; init; }

    /// <summary>What a row states, the identity included.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Staged rows with their identity.</summary>
    public required string Incoming { get; init; }

    /// <summary>The script with what is particular to it.</summary>
    public required string Script { get; init; }

    /// <summary>Mapping target whose quarantine an accepted row settles.</summary>
    public required string QuarantineTarget { get; init; }

    /// <summary>The column that is such an entry's row key.</summary>
    public required string RowKey { get; init; }

    /// <summary>What tells the members of one source from those of others; empty where all sources speak of the same members.</summary>
    public string SameSource { get; init; } = "";

    /// <summary>View of the versions by day.</summary>
    public required string AsOf { get; init; }

    /// <summary>Facts that point to a version, with their key and the day that decides.</summary>
    public required IReadOnlyList<(string Fact, string Key, string Day)> Facts { get; init; }

    public static TimelineTarget Landlord { get; } = new()
    {
        Dim = "dim_landlord",
        Key = "landlord_key",
        Identity = "landlord_code",
        Columns = ["landlord_code", "name", "landlord_type", "size_band", "region", "managing_agent_code"],
        Incoming = "identified_landlord",
        Script = "landlord",
        QuarantineTarget = "landlord",
        RowKey = "landlord_code",
        AsOf = "landlord_as_of",
        Facts =
        [
            ("fact_stage", "stage_key", "received_on"),
            ("fact_contact", "contact_key", "received_on"),
            ("fact_stock", "stock_key", "year_end"),
        ],
    };

    public static TimelineTarget Property { get; } = new()
    {
        Dim = "dim_property",
        Key = "property_key",
        Identity = "property_id",
        Columns =
        [
            "property_id", "allocator", "property_reference", "uprn", "landlord_code", "tenure_code", "stock_type", "estate",
            "neighbourhood", "ward", "postcode", "block_reference",
        ],
        Incoming = "identified_property",
        Script = "property",
        QuarantineTarget = "property",
        RowKey = "property_reference",
        SameSource = "AND allocator = $source_system",
        AsOf = "property_as_of",
        Facts = [("fact_stage", "stage_key", "received_on"), ("fact_contact", "contact_key", "received_on")],
    };

    /// <summary>All of them. Declared last: a list of what is declared after it would hold nothing.</summary>
    public static IReadOnlyList<TimelineTarget> All { get; } = [Landlord, Property];

    /// <summary>The names for the merge script.</summary>
    public (string Name, string Sql)[] Names() =>
    [
        ("dim", Dim),
        ("key", Key),
        ("identity", Identity),
        ("columns", string.Join(",\n  ", Columns.Select(column => $"incoming.{column}"))),
        ("incoming", Incoming),
        ("target", QuarantineTarget),
        ("row_key", RowKey),
        ("same_source", SameSource),
    ];
}
