using System.Collections.Concurrent;
using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Escalation.Registry;

namespace Complaints.Warehouse.DuckDb.Tests.Generations;

/// <summary>
/// Kills two processes at a time, at moments of chance, while they run every command that writes a warehouse or its models beside each
/// other. The short form kills 16; with COMPLAINTS_LONG=1 it is a thousand.
/// </summary>
[Trait("Category", "Long")]
public class KillTests
{
    private const int Rows = 300;
    private const int Seed = 20240401;

    // A warehouse is begun from nothing again and again: the first load is when least is there to fall back on.
    private const int RoundsOfAFolder = 10;
    private const int LongestMilliseconds = 500;

    private static int Kills => Environment.GetEnvironmentVariable("COMPLAINTS_LONG") == "1" ? 1_000 : 16;

    [Fact]
    public async Task Whatever_is_killed_while_it_writes_nothing_published_is_lost()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "SIGKILL is of Unix.");
        int folders = Math.Max(1, Kills / 2 / RoundsOfAFolder);
        int killed = 0;
        ConcurrentBag<(int Loads, int Models)> kept = [];
        int most = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, folders),
            new ParallelOptions { MaxDegreeOfParallelism = most, CancellationToken = TestContext.Current.CancellationToken },
            async (folder, ct) => Interlocked.Add(
                ref killed, await RunFolderAsync(new Random(Seed + folder), Kills / 2 / folders, kept, ct)));
        (int loads, int models) = (kept.Sum(one => one.Loads), kept.Sum(one => one.Models));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{killed} processes killed, two at a time; {loads} loads and {models} steps of models were told as kept, and all are there.");

        // Kills that come before anything was kept can lose nothing.
        Assert.True(
            loads > Kills / 10 && models > Kills / 16,
            $"{loads} loads and {models} steps of models were kept: too few for {Kills} kills to mean anything.");
        Assert.True(killed >= Kills * 9 / 10, $"{killed} of {Kills} processes were killed; the others had ended by themselves.");
    }

    private static async Task<int> RunFolderAsync(
        Random random, int rounds, ConcurrentBag<(int Loads, int Models)> kept, CancellationToken ct)
    {
        string folder = TestWarehouse.NewFolder();
        int killed = 0;
        var known = new Known(0, false);
        HashSet<KeptModel> models = [];
        try
        {
            for (int round = 0; round < rounds; round++)
            {
                await using HostProcess one = HostProcess.Start(folder, Rows, random.Next());
                await using HostProcess other = HostProcess.Start(folder, Rows, random.Next());
                bool[] alive = await Task.WhenAll(
                    one.KillAfterAsync(TimeSpan.FromMilliseconds(random.Next(LongestMilliseconds)), random.Next(4) > 0, ct),
                    other.KillAfterAsync(TimeSpan.FromMilliseconds(random.Next(LongestMilliseconds)), random.Next(4) > 0, ct));
                killed += alive.Count(was => was);
                Assert.True(alive.All(was => was), $"A process ended by itself:\n{one.Errors}\n{other.Errors}");
                known = new Known(Math.Max(known.Load, Math.Max(one.Newest, other.Newest)), known.Exists || one.Migrated || other.Migrated);
                known = await WholeAsync(folder, known);
                models.UnionWith(one.Models.Concat(other.Models));
                AssertModels(folder, models);
            }

            // Whatever was left behind, the next writer works.
            await using IWarehouse last = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
            await last.MigrateAsync(ct);
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder, "staging")));
            await WholeAsync(folder, known);
            AssertModels(folder, models);
            Assert.DoesNotContain(Directory.EnumerateFiles(folder), file => file.EndsWith(".new", StringComparison.Ordinal));
            kept.Add((known.Load, models.Count));
            return killed;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What stands in the warehouse is one load's whole word, and no load that was told as published is missing.</summary>
    private static async Task<Known> WholeAsync(string folder, Known known)
    {
        await using IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(folder), TimeProvider.System);
        ISnapshot snapshot;
        try
        {
            snapshot = await warehouse.OpenSnapshotAsync(CancellationToken.None);
        }
        catch (NotReadyException) when (!known.Exists)
        {
            return known;
        }

        await using (snapshot)
        {
            Assert.True(
                snapshot.Info.LastLoadId >= known.Load, $"Load {known.Load} was published, and {snapshot.Info.LastLoadId} is the newest.");
            string newest = Assert.Single(
                await Query.RowsAsync(snapshot, "SELECT COALESCE(MAX(load_id), 0) FROM load WHERE load_set = 'crash'"));
            Assert.Equal(
                [newest == "0" ? "0|0|∅|0|0" : $"{Rows}|1|{newest}|0|0"],
                await Query.RowsAsync(
                    snapshot,
                    """
                    SELECT
                      COUNT(*),
                      COUNT(DISTINCT received_on),
                      DATE_DIFF('day', DATE '2024-04-01', MAX(received_on)),
                      (SELECT COUNT(*) FROM load_reconciliation WHERE NOT passed),
                      (SELECT COUNT(*) FROM dim_landlord WHERE name = 'never published')
                    FROM fact_stage
                    WHERE recorded_to_load = 2147483647
                    """));
            Assert.Equal(
                [snapshot.Info.LastLoadId.ToString(CultureInfo.InvariantCulture)],
                await Query.RowsAsync(snapshot, "SELECT COUNT(*) FROM load"));

            // Every column of every version is read: a torn block fails its checksum.
            await Query.RowsAsync(snapshot, "SELECT COUNT(DISTINCT HASH(f)) FROM fact_stage f");
            return new Known(snapshot.Info.LastLoadId, true);
        }
    }

    /// <summary>Every model and evaluation that was told as kept is there, whole; and what was put into use is or was.</summary>
    private static void AssertModels(string folder, IReadOnlyCollection<KeptModel> kept)
    {
        ModelRegistry registry = ModelRegistry.Beside(WarehouseLocation.Parse(folder), TimeProvider.System);
        Assert.Empty(registry.Broken());
        Dictionary<string, RegisteredModel> models = registry.List().ToDictionary(model => model.Manifest.Version, StringComparer.Ordinal);
        foreach (KeptModel one in kept)
        {
            Assert.True(models.TryGetValue(one.Version, out RegisteredModel? model), $"{one} is gone.");
            Assert.Empty(model.Problems);
            Assert.True(one.What != "judged" || model.Evaluations.Any(evaluation => evaluation.Number == one.Number), $"{one} is gone.");
            Assert.True(
                one.What != "promoted" || model.Status is ModelStatus.Promoted or ModelStatus.Retired, $"{one}, and it is {model.Status}.");
        }

        if (registry.PromotedVersion is string version)
        {
            registry.Load(version);
        }
    }

    private sealed record Known(int Load, bool Exists);
}
