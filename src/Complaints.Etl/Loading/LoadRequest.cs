namespace Complaints.Etl.Loading;

/// <summary>What to load.</summary>
public sealed record LoadRequest
{
    /// <summary>A load set's folder or manifest; or a data file, when <see cref="Mapping"/> is given.</summary>
    public required string Path { get; init; }

    /// <summary>The mapping file of a single data file, or a built-in layout such as "builtin:rsh-tsm"; null for a load set.</summary>
    public string? Mapping { get; init; }

    /// <summary>
    /// Whether the file is a corrected export of the quarantine: read as the CSV that the export writes, whatever the mapping says of the
    /// original, and merged as incremental, so that rows it does not hold stay as they are. Only with <see cref="Mapping"/>.
    /// </summary>
    public bool Replay { get; init; }

    /// <summary>Whether to show what would happen and change nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>What a person allows that a load is else refused for.</summary>
    public LoadAllowance Allow { get; init; }

    /// <summary>A person's reviewed matches (CSV), accepted before the files are read.</summary>
    public string? AcceptedReferences { get; init; }

    /// <summary>
    /// The last day the extract knows about; overrides the manifest. For a single file the default is today, for a replay the day of the
    /// source's newest extract.
    /// </summary>
    public DateOnly? ExtractDate { get; init; }
}

/// <summary>What a load is refused for unless a person says that it is meant. Several may be given together.</summary>
[Flags]
public enum LoadAllowance
{
    /// <summary>Nothing beyond the usual.</summary>
    None = 0,

    /// <summary>More than half of a file's rows are held back: a first load of a poor extract.</summary>
    HeldBack = 1,

    /// <summary>A full file withdraws more than a fifth of what its source gave before.</summary>
    Withdrawals = 2,

    /// <summary>An extract is of an earlier day than one that was loaded of the same source and target.</summary>
    OlderExtract = 4,

    /// <summary>
    /// Most of a file's complaint stages are known from another source system already; or landlords, homes at year end or published figures
    /// that another source states become the file's own.
    /// </summary>
    OtherSource = 8,

    /// <summary>Residents get other pseudonyms than before, because the key is another one.</summary>
    NewPseudonymKey = 16,

    /// <summary>
    /// A file gives many facts another day of receipt, landlord, home or stock type under the references they had: they were renumbered, or
    /// all were corrected.
    /// </summary>
    Changes = 32,

    /// <summary>References that differ by leading zeros, blanks or hyphens alone are different cases.</summary>
    SimilarReferences = 64,
}
