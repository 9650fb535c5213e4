namespace Complaints.Escalation.Serving;

/// <summary>A person's record of what was done about a case.</summary>
public sealed record Feedback
{
    /// <summary>Its number.</summary>
    public required Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who, as the service knows the caller, or as the machine knows the user of the command line.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>Source system of the case.</summary>
    public required string SourceSystem { get; init; }

    /// <summary>The case.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Day of the list that was acted on.</summary>
    public required DateOnly? AsOf { get; init; }

    /// <summary>Version of the model in use; null when there was none.</summary>
    public required string? ModelVersion { get; init; }

    /// <summary>What was done.</summary>
    public required FeedbackAction Action { get; init; }

    /// <summary>What came of it.</summary>
    public required FeedbackOutcome Outcome { get; init; }

    /// <summary>A sentence or two; may be empty.</summary>
    public required string Note { get; init; }
}
