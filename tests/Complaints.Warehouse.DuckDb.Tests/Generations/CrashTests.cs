using System.Diagnostics;
using System.Globalization;
using Complaints.Warehouse.Rows;

namespace Complaints.Warehouse.DuckDb.Tests.Generations;

/// <summary>Kills a loading process without warning, at moments spread over the whole course of a load.</summary>
[Trait("Category", "Long")]
public class CrashTests
{
    private const int Rows = 4_000;

    private static int Kills => Environment.GetEnvironmentVariable("COMPLAINTS_LONG") == "1" ? 50 : 8;

    [Fact]
    public async Task A_killed_load_leaves_the_published_warehouse_whole_and_the_next_load_works()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "SIGKILL is of Unix.");
        string folder = TestWarehouse.NewFolder();
        try
        {
            TimeSpan span = await RunAsync(folder, loads: 2, then: null);
            var random = new Random(20240401);
            for (int kill = 0; kill < Kills; kill++)
            {
                // Twice the length of a load, so that the second load of a process is hit as well as the first.
                await RunAsync(folder, loads: 0, then: span * 2 * random.NextDouble());
                await AssertWholeAsync(folder);
            }

            await RunAsync(folder, loads: 1, then: null);
            await AssertWholeAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Starts a process, waits for a number of its loads and a time after, kills it; returns how long its last load took.
    /// </summary>
    private static async Task<TimeSpan> RunAsync(string folder, int loads, TimeSpan? then)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { HostProcess.Path, folder, Rows.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
        })!;
        try
        {
            Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
            var watch = Stopwatch.StartNew();
            TimeSpan last = TimeSpan.Zero;
            for (int i = 0; i < loads; i++)
            {
                watch.Restart();
                Assert.StartsWith("published", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
                last = watch.Elapsed;
            }

            if (then is TimeSpan pause)
            {
                await Task.Delay(pause);
            }

            return last;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task AssertWholeAsync(string folder)
    {
        await using IWarehouse warehouse = TestWarehouse.Reopen(folder).Warehouse;
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(CancellationToken.None);
        int load = snapshot.Info.LastLoadId;
        Assert.True(load > 0);
        Assert.Equal(
            [$"{Rows}|1|{load}|0"],
            await Query.RowsAsync(
                snapshot,
                """
                SELECT
                  COUNT(*),
                  COUNT(DISTINCT received_on),
                  DATE_DIFF('day', DATE '2024-04-01', MAX(received_on)),
                  (SELECT COUNT(*) FROM load_reconciliation WHERE NOT passed)
                FROM fact_stage
                WHERE recorded_to_load = 2147483647
                """));

        // Every column of every version is read: a torn block fails its checksum.
        Assert.Equal(
            [((long)load * Rows).ToString(CultureInfo.InvariantCulture)],
            await Query.RowsAsync(snapshot, "SELECT COUNT(DISTINCT HASH(f)) FROM fact_stage f"));
    }
}
