namespace Complaints.Warehouse.DuckDb.Merging;

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

    /// <summary>
    /// Whether a version has the source that states it: where all sources speak of the same members, others do not change it.
    /// </summary>
    public bool HasSource { get; init; }

    /// <summary>Whether a first day that is stated later takes back the days before it: facts that lean on them are then marked.</summary>
    public bool MovesBeginning { get; init; }

    /// <summary>View of the versions by day.</summary>
    public required string AsOf { get; init; }

    /// <summary>Facts that point to a version, with their key and the day that decides.</summary>
    public required IReadOnlyList<(string Fact, string Key, string Day)> Facts { get; init; }

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
        ("moves_beginning", MovesBeginning ? "TRUE" : "FALSE"),
        ("stated_by", HasSource ? "$source_system AS source_system," : ""),
    ];
}
