using System.Data.Common;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse.DuckDb.Tests.Generations;

public class TurnsTests
{
    /// <summary>
    /// A reader kept its turn until it was closed: with as many callers as turns, each waiting for a second turn with the first in hand,
    /// every query of the service stood still.
    /// </summary>
    [Fact]
    public async Task Two_hundred_callers_that_each_read_several_queries_at_once_all_end()
    {
        const int Callers = 200;
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        int[] read = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            await using ISnapshot snapshot = await warehouse.Warehouse.OpenSnapshotAsync(limit.Token);
            var open = new List<DbDataReader>();
            for (int i = 0; i < 4; i++)
            {
                open.Add(await snapshot.QueryAsync(SqlQuery.Of("SELECT COUNT(*) FROM dim_date"), limit.Token));
            }

            int rows = 0;
            foreach (DbDataReader reader in open)
            {
                rows += await reader.ReadAsync(limit.Token) ? 1 : 0;
                await reader.DisposeAsync();
            }

            return rows;
        }));
        Assert.All(read, rows => Assert.Equal(4, rows));
    }

    [Fact]
    public async Task A_query_that_fails_or_is_cancelled_gives_its_turn_back()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await using ISnapshot snapshot = await warehouse.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        for (int i = 0; i < Domain.Limits.QueriesAtOnce * 2; i++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => snapshot.QueryAsync(SqlQuery.Of("SELECT nothing"), CancellationToken.None));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => snapshot.QueryAsync(SqlQuery.Of("SELECT 1"), new CancellationToken(canceled: true)));
        }

        Assert.Equal(["1"], await Query.RowsAsync(snapshot, "SELECT 1"));
    }
}
