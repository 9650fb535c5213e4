namespace Complaints.Escalation.Cases;

/// <summary>Which history to read.</summary>
public sealed record HistoryOptions
{
    /// <summary>What "known at a moment" means.</summary>
    public KnowledgeMode Mode { get; init; } = KnowledgeMode.AsRecorded;

    /// <summary>The load as known at which to read; null for the newest.</summary>
    public int? KnownAtLoad { get; init; }
}
