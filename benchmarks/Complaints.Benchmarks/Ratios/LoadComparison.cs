using System.Globalization;
using Complaints.Benchmarks.Bare;
using Complaints.Benchmarks.Samples;
using Complaints.Etl.Loading;

namespace Complaints.Benchmarks.Ratios;

/// <summary>
/// Loading stage rows, with every rule, clock, landlord assignment, history and check, against the bare engine reading the same file.
/// </summary>
internal static class LoadComparison
{
    public const string Ours = "load-ours";
    public const string Peer = "load-bare";
    private const int Runs = 3;

    public static async Task RunAsync(string folder, int rows)
    {
        string sample = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"load-{rows}"));
        string csv = StageFile.Ensure(sample, rows);
        await RatioTable.CompareAsync(
            string.Create(CultureInfo.InvariantCulture, $"Load {rows:N0} stage rows of {StageFile.Columns.Length} columns "
                + $"({new FileInfo(csv).Length >> 20} MiB) against bare read_csv + INSERT"),
            "≤ 4",
            Runs,
            () => ChildRun.StartAsync(Ours, sample),
            () => ChildRun.StartAsync(Peer, csv)).ConfigureAwait(false);
    }

    /// <summary>In the child: a fresh warehouse with the registers, then the measured load.</summary>
    public static async Task OursAsync(string sample)
    {
        string warehouse = Directory.CreateTempSubdirectory("complaints-bench-").FullName;
        try
        {
            await Loading.RunAsync(warehouse, Path.Combine(sample, StageFile.Registers)).ConfigureAwait(false);
            await ChildRun.MeasureAsync(
                async () => Note(await Loading.RunAsync(warehouse, Path.Combine(sample, StageFile.Stages)).ConfigureAwait(false)))
                .ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(warehouse, recursive: true);
        }
    }

    public static async Task PeerAsync(string csv)
    {
        string folder = Directory.CreateTempSubdirectory("complaints-bench-").FullName;
        try
        {
            await ChildRun.MeasureAsync(() => Task.FromResult($"{BareLoad.Run(csv, Path.Combine(folder, "bare.duckdb")):N0} rows"))
                .ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Note(LoadOutcome outcome)
    {
        FileTimes times = outcome.Files[0].Times;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.RowsRead:N0} rows, {outcome.RowsQuarantined} held back; scan {times.Scan.TotalSeconds:0.0}, extract "
                + $"{times.Extract.TotalSeconds:0.0}, conform {times.Conform.TotalSeconds:0.0}, append {times.Append.TotalSeconds:0.0}, "
                + $"merge {times.Merge.TotalSeconds:0.0}, publish {outcome.PublishTime.TotalSeconds:0.0} s");
    }
}
