using Complaints.Etl.Conform.Rows;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Loading;

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

    /// <summary>
    /// Of the rows held back: those that were mended after an earlier load and stand as mended; they open no entry again.
    /// </summary>
    public long RowsStanding { get; init; }

    /// <summary>
    /// Of the rows held back: those whose key could not be read, so that a full file withdraws what was loaded from them.
    /// </summary>
    public long RowsWithoutKey { get; init; }

    /// <summary>Rows that the mapping's <c>rows</c> leaves out, by the condition that did. They are not among the rows read.</summary>
    public IReadOnlyDictionary<string, long> RowsLeftOut { get; init; } = new Dictionary<string, long>();

    /// <summary>
    /// Rows whose reference is only like another of the same day, loaded because the source uses such references for different cases.
    /// </summary>
    public long RowsOnlyAlike { get; init; }

    /// <summary>The column whose references all read like dates, and were loaded: a spreadsheet may have made them so.</summary>
    public string? DateLikeColumn { get; init; }

    /// <summary>Complaint stages of its source system that another one gives too; every figure counts them twice.</summary>
    public long StagesKnownElsewhere { get; init; }

    /// <summary>The other source system; null where there is none.</summary>
    public string? OtherSource { get; init; }

    /// <summary>New references that differ from known ones of the same day by the same words all over; null where too few do.</summary>
    public RenamedReferences? Renamed { get; init; }

    /// <summary>Homes of its register that share a UPRN; null where none do, or it is no register.</summary>
    public SharedUprns? SharedUprns { get; init; }

    /// <summary>
    /// References of residents that differ from another by zeros, capitals or separators alone, and count as residents of their own.
    /// </summary>
    public long ResidentsAlike { get; init; }

    /// <summary>References of residents that cannot be one resident's; null where there are none.</summary>
    public SharedResidents? SharedResidents { get; init; }

    /// <summary>How its source became smaller over its last full extracts; null where it did not by much.</summary>
    public ShrunkSource? Shrunk { get; init; }

    /// <summary>Rows held back, by rule id.</summary>
    public required IReadOnlyDictionary<string, long> QuarantinedByRule { get; init; }

    /// <summary>Rows corrected, by rule id. A row can be under several rules. Rows held back are not counted here.</summary>
    public required IReadOnlyDictionary<string, long> CorrectedByRule { get; init; }

    /// <summary>The lines of the first 10,000 corrected rows of each rule.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<long>> CorrectedLines { get; init; }

    /// <summary>From what the clocks of its complaint stages ran; empty for other targets.</summary>
    public IReadOnlyList<LoadedClocks> Clocks { get; init; } = [];

    /// <summary>Fields that decide a statutory figure and that its mapping does not give.</summary>
    public IReadOnlyList<AbsentField> AbsentFields { get; init; } = [];

    /// <summary>What the merge did, or would do in a dry run.</summary>
    public required MergeCounts Plan { get; init; }

    /// <summary>Where the time went.</summary>
    public required FileTimes Times { get; init; }
}
