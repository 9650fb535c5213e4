using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Complaints.Etl.Loading;

/// <summary>Meters and traces of loads.</summary>
internal static class LoadMetrics
{
    internal const string Name = "Complaints.Etl";

    private static readonly Meter s_meter = new(Name);

    private static readonly Counter<long> s_rows = s_meter.CreateCounter<long>(
        "complaints.etl.rows",
        unit: "{row}",
        description: "Rows of data files by target and fate.");

    internal static ActivitySource Traces { get; } = new(Name);

    internal static void Count(FileOutcome file)
    {
        Add(file.RowsLoaded, file.Target, "loaded");
        Add(file.RowsUnchanged, file.Target, "unchanged");
        Add(file.RowsQuarantined, file.Target, "quarantined");
    }

    private static void Add(long rows, string target, string fate) =>
        s_rows.Add(rows, new KeyValuePair<string, object?>("target", target), new KeyValuePair<string, object?>("fate", fate));
}
