
namespace Complaints.Warehouse.Rows;

/// <summary>
/// How likely a complaint was to be escalated on a day, as a model saw it, for <c>fact_escalation_score</c>. Its own record, not a
/// source's: the same complaint, day and model scored again after a later load is one more score beside it, and nothing is ever withdrawn.
/// </summary>
public sealed record EscalationScoreRow : IWarehouseRow
{
    /// <summary>Decimal places that a probability is kept with.</summary>
    public const int Places = 9;

    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>Source system of the complaint.</summary>
    public required string SourceSystem { get; init; }

    /// <summary>The complaint.</summary>
    public required string CaseReference { get; init; }

    /// <summary>The day the score is for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The day up to which the complaint was known: <see cref="AsOf"/>, or the earlier cut-off of its source system.</summary>
    public required DateOnly KnownTo { get; init; }

    /// <summary>Version of the model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>Probability, in [0, 1].</summary>
    public required decimal Probability { get; init; }

    /// <summary>JSON array of sentences with their weights.</summary>
    public required string Reasons { get; init; }

    /// <summary>Newest load that the score knew of.</summary>
    public required int RecordedLoad { get; init; }
}
