using System.Collections.Immutable;
using Complaints.Domain;
using Complaints.Domain.Errors;

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

/// <summary>Which records of feedback are asked for.</summary>
public sealed record FeedbackQuery
{
    /// <summary>Only those of a case; null for all.</summary>
    public string? CaseReference { get; init; }

    /// <summary>Only those of a source system; null for all.</summary>
    public string? SourceSystem { get; init; }

    /// <summary>At most so many, from 1 to <see cref="Limits.FeedbackEntries"/>.</summary>
    /// <exception cref="UserException">Fewer or more.</exception>
    public int Top
    {
        get;
        init => field = value is >= 1 and <= Limits.FeedbackEntries
            ? value
            : throw new UserException(
                $"{value} records of feedback were asked for.",
                where: "top",
                expected: $"1 to {Limits.FeedbackEntries} ({nameof(Limits)}.{nameof(Limits.FeedbackEntries)})",
                fix: "ask for fewer, or for those of one case");
    } = 20;
}

/// <summary>A part of the records.</summary>
/// <param name="Records">Newest first.</param>
/// <param name="Recorded">All that there are among those asked for, before the list was cut.</param>
public sealed record FeedbackList(ImmutableArray<Feedback> Records, int Recorded);

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
