namespace Complaints.Warehouse.Loading;

/// <summary>
/// What the caller counted on its way through the files; the warehouse checks it against its own count before publishing.
/// </summary>
/// <param name="Files">The files, in the order they were loaded.</param>
public sealed record LoadSummary(IReadOnlyList<LoadFileSummary> Files)
{
    /// <summary>
    /// What tells the key of the residents' pseudonyms from another, kept so that a later load with another key can be refused; null for a
    /// load without residents.
    /// </summary>
    public string? PseudonymKeyFingerprint { get; init; }
}

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

    /// <summary>Rows touched by each correcting rule.</summary>
    public IReadOnlyDictionary<string, long> Corrections { get; init; } = new Dictionary<string, long>();
}

/// <summary>A published load.</summary>
/// <param name="LoadId">Its id.</param>
/// <param name="Generation">The generation of the warehouse that holds it.</param>
/// <param name="PublishedAt">When it became visible.</param>
/// <param name="Controls">The control totals, all passed.</param>
public sealed record PublishResult(
    int LoadId,
    int Generation,
    DateTimeOffset PublishedAt,
    IReadOnlyList<ReconciliationControl> Controls)
{
    /// <summary>
    /// Stages that this load put in doubt, because it restated the homes that they lean on: how many of which source system.
    /// </summary>
    public IReadOnlyDictionary<string, long> StagesInDoubt { get; init; } = new Dictionary<string, long>();
}

/// <summary>A control total: two numbers, counted in different ways, that must be equal.</summary>
/// <param name="Control">What is compared, e.g. "stage.csv: rows read = loaded + unchanged + quarantined".</param>
/// <param name="Expected">The number expected.</param>
/// <param name="Actual">The number found.</param>
public sealed record ReconciliationControl(string Control, long Expected, long Actual)
{
    /// <summary>Whether both are equal.</summary>
    public bool Passed => Expected == Actual;
}

/// <summary>
/// The control totals of a load do not add up, so it was not published. That is a fault of this program, never of the input: an input's
/// faults are in quarantine or refused before.
/// </summary>
public sealed class ReconciliationException : Exception
{
    /// <summary>Builds the error from the controls that failed.</summary>
    public ReconciliationException(IReadOnlyList<ReconciliationControl> failed)
        : base(Render(failed))
    {
    }

    private static string Render(IReadOnlyList<ReconciliationControl> failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        return "The load does not reconcile and was not published: "
            + string.Join("; ", failed.Select(c => $"{c.Control} (expected {c.Expected}, found {c.Actual})"));
    }
}
