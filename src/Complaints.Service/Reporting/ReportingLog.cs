using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Complaints.Service.Reporting;

/// <summary>Messages of the reporting service. No value of a filter is logged: it could be about a person.</summary>
internal static partial class ReportingLog
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

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "{Call} was refused: {Queries} queries are under way already")]
    internal static partial void Full(this ILogger logger, string call, int queries);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Information, Message = "{Call} ended with {Status}")]
    internal static partial void Ended(this ILogger logger, string call, StatusCode status);
}
