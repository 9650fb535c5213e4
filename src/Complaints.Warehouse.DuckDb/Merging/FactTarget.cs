namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>What the merge of a fact needs to know of it; everything here is a name of ours, never a value.</summary>
internal sealed record FactTarget
{
    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>Its surrogate key.</summary>
    public required string Key { get; init; }

    /// <summary>Its natural key, beside the source system where <see cref="SourceInKey"/>.</summary>
    public required string Natural { get; init; }

    /// <summary>The table of staged rows that is compared; empty where it is the staging table itself.</summary>
    public string Staging { get; init; } = "";

    /// <summary>The script with its insert.</summary>
    public required string Script { get; init; }

    /// <summary>List dimensions that take new members from a column.</summary>
    public IReadOnlyList<(string Dim, string Column)> Members { get; init; } = [];

    /// <summary>
    /// Whether two sources may say different things about the same natural key. Where they may not, a fact is that of the source which
    /// states it: another one neither restates nor withdraws it.
    /// </summary>
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
    /// The day by which such an entry is told from others of its key. A stage that was known already is not the row whose stage could not
    /// be read: restating it must not settle the entry.
    /// </summary>
    public string PartDay { get; init; } = "NULL";

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
        (
            "others_row",
            SourceInKey ? "" : "WHEN known.source_system <> $source_system THEN CASE WHEN $takes_over THEN 'changed' ELSE 'unchanged' END"),
        ("or_others", SourceInKey ? "" : " OR current_version.source_system <> $source_system"),
        ("same_resolution", SameResolution),
        ("quarantine_targets", string.Join(", ", QuarantineTargets.Select(target => $"'{target}'"))),
        ("row_keys", string.Join(", ", RowKeys)),
        ("part_keys", string.Join(", ", PartKeys)),
        ("part_day", PartDay),
        ("entry_keys", string.Join(", ", RowKeys.Concat(PartKeys))),
        ("held_keys", string.Join(", ", RowKeys.Concat(PartKeys).Concat(RelatedKeys))),
    ];
}
