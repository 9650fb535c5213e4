using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;

namespace Complaints.Service.Tests.Reporting;

/// <summary>Loads are published while queries run.</summary>
public sealed class PublishWhileQueryingTests : IAsyncLifetime
{
    private readonly ServedWarehouse _served = new();

    public ValueTask InitializeAsync() => _served.InitializeAsync();

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task A_load_shows_in_the_next_query_and_disturbs_none_that_runs()
    {
        const int Loads = 4;
        List<Complaints.Warehouse.Rows.StageRow> rows = RandomComplaints.Stages(seed: 2, count: 400);
        var query = new FigureQuery
        {
            Measures = ["stage1_made", "stage2_made"],
            AsAt = new DateOnly(2026, 1, 1),
            Years = [ReportingYear.Parse("2024/25")],
        };
        using var done = new CancellationTokenSource();
        Task<Dictionary<int, decimal>>[] readers = [.. Enumerable.Range(0, 3).Select(_ => ReadAsync(query, done.Token))];
        for (int load = 0; load < Loads; load++)
        {
            await _served.Store.LoadAsync(
                RandomComplaints.CutOff,
                new TestRows
                {
                    Stages = [.. rows.Skip(load * 100).Take(100).Select(row => row with { CaseReference = $"N{row.CaseReference}" })],
                });
        }

        FigureTable last = await _served.Client.QueryAsync(query, principal: null, TestContext.Current.CancellationToken);
        await done.CancelAsync();
        Dictionary<int, decimal>[] seen = await Task.WhenAll(readers);
        Assert.Equal(Loads + 1, last.KnownAtLoad);
        foreach ((int load, decimal made) in seen.SelectMany(reader => reader))
        {
            FigureTable asKnown = await _served.Client.QueryAsync(
                query with { KnownAtLoad = load }, principal: null, TestContext.Current.CancellationToken);
            Assert.Equal(made, asKnown.Figures.Sum(figure => figure.Numerator));
        }
    }

    // What was made as each load was the last; the same load must always give the same number.
    private async Task<Dictionary<int, decimal>> ReadAsync(FigureQuery query, CancellationToken done)
    {
        var seen = new Dictionary<int, decimal>();
        while (!done.IsCancellationRequested)
        {
            FigureTable table = await _served.Client.QueryAsync(query, principal: null, TestContext.Current.CancellationToken);
            decimal made = table.Figures.Sum(figure => figure.Numerator);
            Assert.Equal(made, seen.TryAdd(table.KnownAtLoad, made) ? made : seen[table.KnownAtLoad]);
        }

        return seen;
    }
}
