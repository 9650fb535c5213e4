namespace Complaints.Escalation.Serving;

/// <summary>What was done about a case.</summary>
public enum FeedbackAction
{
    /// <summary>Nothing, knowingly.</summary>
    None = 1,

    /// <summary>The resident was called.</summary>
    Called = 2,

    /// <summary>The resident was written to.</summary>
    Wrote = 3,

    /// <summary>The resident was visited.</summary>
    Visited = 4,

    /// <summary>A promise or remedy was kept sooner.</summary>
    RemedyBroughtForward = 5,

    /// <summary>A manager took the case up.</summary>
    ManagerInvolved = 6,
}

/// <summary>What came of it.</summary>
public enum FeedbackOutcome
{
    /// <summary>Not known yet.</summary>
    NotKnown = 0,

    /// <summary>The resident could not be reached.</summary>
    NotReached = 1,

    /// <summary>Reached; the complaint goes on.</summary>
    StillOpen = 2,

    /// <summary>Put right to the resident's satisfaction.</summary>
    Resolved = 3,

    /// <summary>The resident asks for stage 2.</summary>
    Escalated = 4,

    /// <summary>There was no reason for concern.</summary>
    FalseAlarm = 5,
}

/// <summary>A person's record of what was done about a case.</summary>
public sealed record Feedback
{
    /// <summary>Its number.</summary>
    public required Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who, as the service knows the caller.</summary>
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
