using Complaints.Escalation.Serving;
using Complaints.Measures.Cases;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Complaints.Service;

/// <summary>
/// Every message of the service, each under one event id: 30 calls, 31 the host, 32 the risk list. Who asked for what kind of thing stands
/// in them, and never a value of a filter, a case or a text that somebody sent: it could be about a person.
/// </summary>
internal static partial class LogMessages
{
    [LoggerMessage(
        EventId = 3001,
        Level = LogLevel.Information,
        Message = "{Principal} asked for {Measures} by {GroupBy}: {Rows} rows of generation {Generation} in {Milliseconds} ms")]
    internal static partial void Answered(
        this ILogger logger,
        string principal,
        string measures,
        string groupBy,
        int rows,
        int generation,
        double milliseconds);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "{Call} was refused: {What}")]
    internal static partial void Refused(this ILogger logger, string call, string what);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "{Call} failed; correlation id {CorrelationId}")]
    internal static partial void Failed(this ILogger logger, Exception error, string call, string correlationId);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "{Call} was refused: {Working} queries are under way and {Waiting} wait")]
    internal static partial void Full(this ILogger logger, string call, int working, int waiting);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Information, Message = "{Call} ended with {Status}")]
    internal static partial void Ended(this ILogger logger, string call, StatusCode status);

    [LoggerMessage(EventId = 3006, Level = LogLevel.Information, Message = "{Call} was refused: its bytes are no message")]
    internal static partial void Unreadable(this ILogger logger, string call);

    [LoggerMessage(
        EventId = 3007,
        Level = LogLevel.Information,
        Message = "{Principal} listed the cases behind {Measure}, part {Part}: {Cases} in {Milliseconds} ms")]
    internal static partial void ListedCases(
        this ILogger logger, string principal, string measure, CasePart part, long cases, double milliseconds);

    [LoggerMessage(
        EventId = 3008,
        Level = LogLevel.Information,
        Message = "{Principal} had {Figures} printed figures reconciled as known at load {Load} in {Milliseconds} ms")]
    internal static partial void Reconciled(this ILogger logger, string principal, int figures, int load, double milliseconds);

    [LoggerMessage(EventId = 3101, Level = LogLevel.Information, Message = "gRPC on {Grpc}, gRPC-Web on {Web}")]
    internal static partial void Listening(this ILogger logger, Uri grpc, Uri web);

    [LoggerMessage(
        EventId = 3102,
        Level = LogLevel.Warning,
        Message = "Demo mode: nobody signs in, and whoever is on this machine sees every landlord. It listens on loopback alone")]
    internal static partial void Demo(this ILogger logger);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Information, Message = "Stopped")]
    internal static partial void Stopped(this ILogger logger);

    [LoggerMessage(EventId = 3105, Level = LogLevel.Information, Message = "Stopping: {Queries} queries are under way")]
    internal static partial void Stopping(this ILogger logger, int queries);

    [LoggerMessage(EventId = 3106, Level = LogLevel.Warning, Message = "{Queries} queries had not ended after {Seconds} seconds and were cut off")]
    internal static partial void Cut(this ILogger logger, int queries, int seconds);

    [LoggerMessage(EventId = 3107, Level = LogLevel.Warning, Message = "The warehouse cannot be read, and health says so: {Why}")]
    internal static partial void WarehouseGone(this ILogger logger, string why);

    [LoggerMessage(EventId = 3108, Level = LogLevel.Information, Message = "The warehouse can be read again")]
    internal static partial void WarehouseBack(this ILogger logger);

    // Neither is repeated: both are what a stranger chose to send.
    [LoggerMessage(EventId = 3104, Level = LogLevel.Warning, Message = "A call was refused: its host or its origin is not this machine")]
    internal static partial void Foreign(this ILogger logger);

    [LoggerMessage(
        EventId = 3201,
        Level = LogLevel.Information,
        Message = "{Principal} read the risk list of {AsOf:yyyy-MM-dd} made by model {Model}: {Cases} of {AtRisk} cases in {Milliseconds} ms")]
    internal static partial void Listed(
        this ILogger logger, string principal, DateOnly asOf, string model, int cases, int atRisk, double milliseconds);

    [LoggerMessage(
        EventId = 3202,
        Level = LogLevel.Information,
        Message = "{Principal} had a score of {AsOf:yyyy-MM-dd} by model {Model} explained in {Milliseconds} ms")]
    internal static partial void Explained(this ILogger logger, string principal, DateOnly asOf, string model, double milliseconds);

    [LoggerMessage(EventId = 3203, Level = LogLevel.Information, Message = "{Principal} read the card of model {Model}")]
    internal static partial void ReadCard(this ILogger logger, string principal, string model);

    [LoggerMessage(EventId = 3204, Level = LogLevel.Information, Message = "{Principal} recorded feedback {Id}: {Action}, {Outcome}")]
    internal static partial void Recorded(this ILogger logger, string principal, Guid id, FeedbackAction action, FeedbackOutcome outcome);

    [LoggerMessage(EventId = 3206, Level = LogLevel.Information, Message = "{Principal} read {Records} of {Recorded} records of feedback")]
    internal static partial void ReadFeedback(this ILogger logger, string principal, int records, int recorded);
}
