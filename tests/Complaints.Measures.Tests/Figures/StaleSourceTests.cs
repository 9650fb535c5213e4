using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>Which figures lean on a source that is past what it promised.</summary>
public sealed class StaleSourceTests
{
    private static readonly DateOnly s_known = new(2025, 5, 12);

    [Theory]
    [InlineData(20, true)]
    [InlineData(48, true)]
    [InlineData(49, false)]
    [InlineData(null, false)]
    public async Task Figures_of_the_landlord_whose_source_fell_behind_the_others_are_stale_and_no_others(int? promise, bool stale)
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        List<StageRow> rows = RandomComplaints.Stages(seed: 9, count: 120);
        LandlordCode own = rows[0].LandlordCode;
        await store.LoadAsync(
            s_known,
            RandomComplaints.Rows(seed: 9, count: 1) with { Stages = [.. rows.Where(row => row.LandlordCode == own)] },
            freshForDays: promise);
        await store.LoadAsync(
            new DateOnly(2025, 6, 30), new TestRows { Stages = [.. rows.Where(row => row.LandlordCode != own)] }, source: "OTHER-CRM");
        var engine = new FigureEngine(store.Warehouse);
        var query = new FigureQuery { Measures = ["stage1_made"], GroupBy = ["landlord"] };
        StaleSource[] expected = stale ? [new StaleSource("TEST-CRM", s_known, promise!.Value)] : [];

        FigureTable table = await engine.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
        Assert.All(table.Figures, figure => Assert.Equal(figure.ValueOf("landlord") == own.Value ? expected : [], figure.StaleSources));
        FigureTable total = await engine.QueryAsync(query with { GroupBy = [] }, Principal.Demo, TestContext.Current.CancellationToken);
        Assert.Equal(expected, Assert.Single(total.Figures).StaleSources);

        // A reader of other landlords alone learns nothing of that source.
        Principal other = new("other", LandlordScope.Of(rows.First(row => row.LandlordCode != own).LandlordCode));
        FigureTable theirs = await engine.QueryAsync(query with { GroupBy = [] }, other, TestContext.Current.CancellationToken);
        Assert.All(theirs.Figures, figure => Assert.Empty(figure.StaleSources));
    }

    [Fact]
    public async Task The_only_source_is_stale_for_a_day_past_its_promise_that_is_asked_for()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(s_known, RandomComplaints.Rows(seed: 9, count: 60), freshForDays: 10);
        var engine = new FigureEngine(store.Warehouse);
        var query = new FigureQuery { Measures = ["stage1_made"] };
        Assert.Empty(await Stale(query));
        Assert.Empty(await Stale(query with { AsAt = s_known.AddDays(10) }));
        Assert.Equal([new StaleSource("TEST-CRM", s_known, 10)], await Stale(query with { AsAt = s_known.AddDays(11) }));
        Assert.Empty(await Stale(query with { AsAt = s_known.AddDays(11), To = s_known.AddDays(10) }));

        async Task<IReadOnlyList<StaleSource>> Stale(FigureQuery asked) => Assert.Single(
            (await engine.QueryAsync(asked, Principal.Demo, TestContext.Current.CancellationToken)).Figures).StaleSources;
    }
}
