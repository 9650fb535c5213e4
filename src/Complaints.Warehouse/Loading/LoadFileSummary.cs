namespace Complaints.Warehouse.Loading;

/// <summary>One file of a load and what became of its rows; every row read is loaded, unchanged or quarantined.</summary>
public sealed record LoadFileSummary
{
    /// <summary>Name without folder, as in <see cref="MergeScope.FileName"/>.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Source system of its mapping.</summary>
    public required string SourceSystem { get; init; }

    /// <summary>Id of the mapping.</summary>
    public required string MappingId { get; init; }

    /// <summary>Hash of the mapping file.</summary>
    public required string MappingHash { get; init; }

    /// <summary>Target of the mapping, e.g. "stage".</summary>
    public required string Target { get; init; }

    /// <summary>Full or incremental.</summary>
    public required LoadMode Mode { get; init; }

    /// <summary>Data rows read, headers not counted.</summary>
    public required long RowsRead { get; init; }

    /// <summary>Rows of which at least one fact is new or changed.</summary>
    public required long RowsLoaded { get; init; }

    /// <summary>Rows whose facts are all known already.</summary>
    public required long RowsUnchanged { get; init; }

    /// <summary>Rows held back.</summary>
    public required long RowsQuarantined { get; init; }

    /// <summary>Name of the file of reviewed matches that was used, or null.</summary>
    public string? AcceptedReferences { get; init; }

    /// <summary>Days after the extract's for which the source promises that what it told is fresh; null without a promise.</summary>
    public int? FreshForDays { get; init; }

    /// <summary>Rows touched by each correcting rule.</summary>
    public IReadOnlyDictionary<string, long> Corrections { get; init; } = new Dictionary<string, long>();
}
