using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Complaints.Service;

/// <summary>What the service measures of itself, for any OpenTelemetry collector: meter and activity source "Complaints.Service".</summary>
public static class ServiceTelemetry
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

    internal static void Answered(string call, TimeSpan elapsed, long rows)
    {
        var tag = new KeyValuePair<string, object?>("call", call);
        s_seconds.Record(elapsed.TotalSeconds, tag);
        s_rows.Record(rows, tag);
    }

    internal static void Failed(string call, string status) =>
        s_failures.Add(1, new KeyValuePair<string, object?>("call", call), new KeyValuePair<string, object?>("status", status));
}
