using Complaints.Domain;
using Complaints.Domain.Errors;

namespace Complaints.Escalation.Serving;

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
