using Complaints.Domain;

namespace Complaints.Escalation.Serving;

/// <summary>What a person says was done about a case, before it is kept.</summary>
public sealed record NewFeedback
{
    /// <summary>The case.</summary>
    public required string CaseReference { get; init; }

    /// <summary>Its source system; null where the reference alone tells.</summary>
    public string? SourceSystem { get; init; }

    /// <summary>Day of the list that was acted on; null when no list was.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What was done.</summary>
    public required FeedbackAction Action { get; init; }

    /// <summary>What came of it.</summary>
    public FeedbackOutcome Outcome { get; init; }

    /// <summary>A sentence or two, up to <see cref="Limits.FeedbackNoteLength"/> characters; may be empty.</summary>
    public string Note { get; init; } = "";
}
