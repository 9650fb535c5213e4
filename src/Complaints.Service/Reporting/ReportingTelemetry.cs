using System.Diagnostics;
using System.Diagnostics.Metrics;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Complaints.Service.Reporting;

/// <summary>What the service measures of itself, for any OpenTelemetry collector: meter and activity source "Complaints.Service".</summary>
public static class ReportingTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Complaints.Service";

    private static readonly Meter s_meter = new(Name);

    private static readonly Histogram<double> s_seconds =
        s_meter.CreateHistogram<double>("complaints.query.duration", "s", "Time from request to answer of a query.");

    private static readonly Histogram<long> s_rows =
        s_meter.CreateHistogram<long>("complaints.query.rows", "{row}", "Rows of an answer.");

    private static readonly Counter<long> s_failures =
        s_meter.CreateCounter<long>("complaints.query.failures", "{query}", "Queries without an answer, by status.");

    internal static ActivitySource Source { get; } = new(Name);

    internal static void Answered(string call, TimeSpan elapsed, int rows)
    {
        var tag = new KeyValuePair<string, object?>("call", call);
        s_seconds.Record(elapsed.TotalSeconds, tag);
        s_rows.Record(rows, tag);
    }

    internal static void Failed(string call, string status) =>
        s_failures.Add(1, new KeyValuePair<string, object?>("call", call), new KeyValuePair<string, object?>("status", status));
}

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
