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
}

/// <summary>Rows whose landlord could not be told.</summary>
/// <param name="Unmatched">Rows whose home was not found.</param>
/// <param name="Ambiguous">Rows whose home could belong to several landlords, or be of several stock types.</param>
/// <param name="ByLandlord">Rows that could belong to each landlord; its figures are incomplete while there are any.</param>
public sealed record WorklistSummary(long Unmatched, long Ambiguous, IReadOnlyDictionary<string, long> ByLandlord)
{
    /// <summary>Rows whose landlord's name fits none, several, or one in doubt.</summary>
    public long OfNames { get; init; }
}
