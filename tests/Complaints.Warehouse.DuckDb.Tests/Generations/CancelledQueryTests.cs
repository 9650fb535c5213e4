using System.Diagnostics;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse.DuckDb.Tests.Generations;

/// <summary>What it measures is the process's own: nothing else runs beside it.</summary>
[CollectionDefinition(nameof(CancelledQueryTests), DisableParallelization = true)]
public class AloneCollection;

[Collection(nameof(CancelledQueryTests))]
public class CancelledQueryTests
{
    /// <summary>An interruption that came before the engine had begun was forgotten, and the query went on for its whole length.</summary>
    [Fact]
    public async Task A_cancelled_query_stops_using_the_processor_whenever_it_is_cancelled()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await using ISnapshot snapshot = await warehouse.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        for (int milliseconds = 0; milliseconds <= 60; milliseconds += 6)
        {
            using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () =>
                    snapshot.QueryAsync(
                        SqlQuery.Of("SELECT SUM(SIN(a.i * b.i)) FROM range(10000000) a (i), range(10000000) b (i)"), cancelled.Token));
        }

        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        await Task.Delay(500, TestContext.Current.CancellationToken);
        TimeSpan used = Process.GetCurrentProcess().TotalProcessorTime - before;
        Assert.True(
            used < TimeSpan.FromMilliseconds(400),
            $"{used.TotalMilliseconds:0} ms of processor in half a second after the last was cancelled.");
    }
}
