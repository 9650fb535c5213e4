using Complaints.Etl.Assign;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Loading;

/// <summary>What a load did, or would do.</summary>
public sealed record LoadOutcome
{
    /// <summary>The load's id; in a dry run the id it would have had.</summary>
    public required int LoadId { get; init; }

    /// <summary>The load set's name.</summary>
    public required string LoadSet { get; init; }

    /// <summary>The data cut-off.</summary>
    public required DateOnly ExtractDate { get; init; }

    /// <summary>Whether nothing was published because a dry run was asked for.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The files in the order they were loaded.</summary>
    public required IReadOnlyList<FileOutcome> Files { get; init; }

    /// <summary>Added, changed, closed and withdrawn over all files.</summary>
    public required MergeCounts Plan { get; init; }

    /// <summary>Rows on the worklist after this load.</summary>
    public required WorklistSummary Worklist { get; init; }

    /// <summary>What became of the reviewed file's lines; null without one.</summary>
    public ReviewOutcome? Review { get; init; }

    /// <summary>The warehouse's control totals; those counted here in a dry run.</summary>
    public required IReadOnlyList<ReconciliationControl> Reconciliation { get; init; }

    /// <summary>What a person should know before using the figures, a sentence each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What was published; null in a dry run.</summary>
    public PublishResult? Published { get; init; }

    /// <summary>Time of the commit, checks and publishing included.</summary>
    public TimeSpan PublishTime { get; init; }

    /// <summary>Rows read.</summary>
    public long RowsRead => Files.Sum(file => file.RowsRead);

    /// <summary>Rows held back.</summary>
    public long RowsQuarantined => Files.Sum(file => file.RowsQuarantined);

    /// <summary>0: done; 4: loaded, with rows in quarantine.</summary>
    public int ExitCode => RowsQuarantined > 0 ? 4 : 0;
}

/// <summary>What became of a file's rows: read = loaded + unchanged + quarantined.</summary>
public sealed record FileOutcome
{
    /// <summary>Name without folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The mapping's id, or the built-in layout's name.</summary>
    public required string MappingId { get; init; }

    /// <summary>The target's name, such as "stage".</summary>
    public required string Target { get; init; }

    /// <summary>Rows read, header and blank rows not counted.</summary>
    public required long RowsRead { get; init; }

    /// <summary>Rows of which something is new or changed.</summary>
    public required long RowsLoaded { get; init; }

    /// <summary>Rows that say what is known already.</summary>
    public required long RowsUnchanged { get; init; }

    /// <summary>Rows held back.</summary>
    public required long RowsQuarantined { get; init; }

    /// <summary>Of the rows held back: those that were mended after an earlier load and stand as mended; they open no entry again.</summary>
    public long RowsStanding { get; init; }

    /// <summary>Of the rows held back: those whose key could not be read, so that a full file withdraws what was loaded from them.</summary>
    public long RowsWithoutKey { get; init; }

    /// <summary>Complaint stages of its source system that another one gives too; every figure counts them twice.</summary>
    public long StagesKnownElsewhere { get; init; }

    /// <summary>The other source system; null where there is none.</summary>
    public string? OtherSource { get; init; }

    /// <summary>Homes of its register that share a UPRN; null where none do, or it is no register.</summary>
    public SharedUprns? SharedUprns { get; init; }

    /// <summary>Rows held back, by rule id.</summary>
    public required IReadOnlyDictionary<string, long> QuarantinedByRule { get; init; }

    /// <summary>Rows corrected, by rule id. A row can be under several rules. Rows held back are not counted here.</summary>
    public required IReadOnlyDictionary<string, long> CorrectedByRule { get; init; }

    /// <summary>The lines of the first 10,000 corrected rows of each rule.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<long>> CorrectedLines { get; init; }

    /// <summary>What the merge did, or would do in a dry run.</summary>
    public required MergeCounts Plan { get; init; }

    /// <summary>Where the time went.</summary>
    public required FileTimes Times { get; init; }

    /// <summary>Whether the rows add up.</summary>
    public bool Reconciles => RowsRead == RowsLoaded + RowsUnchanged + RowsQuarantined;
}

/// <summary>Where the time of a file went. Reading, conforming and appending overlap, so their sum exceeds the time on the clock.</summary>
/// <param name="Scan">Looking through the file.</param>
/// <param name="Extract">Reading rows.</param>
/// <param name="Conform">Conforming rows.</param>
/// <param name="Append">Writing to staging.</param>
/// <param name="Merge">Comparing and merging.</param>
public sealed record FileTimes(TimeSpan Scan, TimeSpan Extract, TimeSpan Conform, TimeSpan Append, TimeSpan Merge);

/// <summary>Rows whose landlord could not be told.</summary>
/// <param name="Unmatched">Rows whose home was not found.</param>
/// <param name="Ambiguous">Rows whose home could belong to several landlords.</param>
/// <param name="ByLandlord">Rows that could belong to each landlord; its figures are incomplete while there are any.</param>
public sealed record WorklistSummary(long Unmatched, long Ambiguous, IReadOnlyDictionary<string, long> ByLandlord);
