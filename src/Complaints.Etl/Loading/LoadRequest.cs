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

    /// <summary>The last day the extract knows about; overrides the manifest. For a single file the default is today, for a replay the day of the source's newest extract.</summary>
    public DateOnly? ExtractDate { get; init; }
}
