using Complaints.Escalation.Serving;
using Microsoft.Extensions.Logging;

namespace Complaints.Service.Escalation;

/// <summary>Messages of the risk service: who read or recorded what kind of thing, never which case or whose.</summary>
internal static partial class EscalationLog
{
    [LoggerMessage(
        EventId = 3201,
        Level = LogLevel.Information,
        Message = "{Principal} read the risk list of {AsOf:yyyy-MM-dd} made by model {Model}: {Cases} of {AtRisk} cases in {Milliseconds} ms")]
    internal static partial void Listed(
        this ILogger logger, string principal, DateOnly asOf, string model, int cases, int atRisk, double milliseconds);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Information, Message = "{Principal} had a score of {AsOf:yyyy-MM-dd} by model {Model} explained in {Milliseconds} ms")]
    internal static partial void Explained(this ILogger logger, string principal, DateOnly asOf, string model, double milliseconds);

    [LoggerMessage(EventId = 3203, Level = LogLevel.Information, Message = "{Principal} read the card of model {Model}")]
    internal static partial void ReadCard(this ILogger logger, string principal, string model);

    [LoggerMessage(EventId = 3204, Level = LogLevel.Information, Message = "{Principal} recorded feedback {Id}: {Action}, {Outcome}")]
    internal static partial void Recorded(this ILogger logger, string principal, Guid id, FeedbackAction action, FeedbackOutcome outcome);

    [LoggerMessage(EventId = 3206, Level = LogLevel.Information, Message = "{Principal} read {Records} of {Recorded} records of feedback")]
    internal static partial void ReadFeedback(this ILogger logger, string principal, int records, int recorded);

    [LoggerMessage(EventId = 3205, Level = LogLevel.Warning, Message = "{Call} was refused: {Queries} queries are under way already")]
    internal static partial void Full(this ILogger logger, string call, int queries);
}
