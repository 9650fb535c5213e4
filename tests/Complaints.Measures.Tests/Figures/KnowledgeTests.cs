using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>What was known when, and what is not known yet.</summary>
public sealed class KnowledgeTests
{
    [Fact]
    public async Task A_figure_can_be_asked_as_known_after_an_earlier_load()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        List<StageRow> rows = RandomComplaints.Stages(seed: 7, count: 200);
        await store.LoadAsync(
            new DateOnly(2025, 3, 1), RandomComplaints.Rows(seed: 7, count: 1) with { Stages = rows[..150] }, LoadMode.Full);
        await store.LoadAsync(new DateOnly(2025, 4, 1), new TestRows { Stages = rows }, LoadMode.Full);
        await store.LoadAsync(new DateOnly(2025, 5, 1), new TestRows { Stages = rows[..100] }, LoadMode.Full);

        var engine = new FigureEngine(store.Warehouse);
        var query = new FigureQuery { Measures = ["stage1_made", "stage2_made"], AsAt = new DateOnly(2025, 5, 1) };
        Assert.Equal(
            [Counted(rows[..150]), Counted(rows), Counted(rows[..100])],
            await Task.WhenAll(Enumerable.Range(1, 3).Select(async load => Sum(await Ask(query with { KnownAtLoad = load })))));
        Assert.Equal(Counted(rows[..100]), Sum(await Ask(query)));
        FigureTable early = await Ask(query with { KnownAtLoad = 1, AsAt = null });
        Assert.Equal((new DateOnly(2025, 3, 1), 1), (early.AsAt!.Value, early.KnownAtLoad));

        Task<FigureTable> Ask(FigureQuery asked) => engine.QueryAsync(asked, Principal.Demo, TestContext.Current.CancellationToken);
    }

    // A landlord loaded to May was shown as at June, because another landlord's system had been loaded to June.
    [Fact]
    public async Task A_figure_stands_as_at_the_day_to_which_its_own_source_knows()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        List<StageRow> rows = RandomComplaints.Stages(seed: 9, count: 120);
        LandlordCode own = rows[0].LandlordCode;
        await store.LoadAsync(
            new DateOnly(2025, 5, 12),
            RandomComplaints.Rows(seed: 9, count: 1) with { Stages = [.. rows.Where(row => row.LandlordCode == own)] });
        await store.LoadAsync(
            new DateOnly(2025, 6, 30), new TestRows { Stages = [.. rows.Where(row => row.LandlordCode != own)] }, source: "OTHER-CRM");

        var engine = new FigureEngine(store.Warehouse);
        var query = new FigureQuery { Measures = ["stage1_made"], GroupBy = ["landlord"] };
        FigureTable table = await engine.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
        Assert.Equal(new DateOnly(2025, 6, 30), table.AsAt);
        Assert.All(table.Figures.Where(figure => figure.Numerator > 0), figure => Assert.Equal(
            figure.ValueOf("landlord") == own.Value ? new DateOnly(2025, 5, 12) : new DateOnly(2025, 6, 30), figure.AsAt));
        FigureTable total = await engine.QueryAsync(query with { GroupBy = [] }, Principal.Demo, TestContext.Current.CancellationToken);
        Assert.Equal(
            (new DateOnly(2025, 6, 30), new DateOnly(2025, 5, 12)),
            (Assert.Single(total.Figures).AsAt!.Value, total.Figures[0].KnownTo!.Value));
        FigureTable early = await engine.QueryAsync(
            query with { AsAt = new DateOnly(2025, 4, 1) }, Principal.Demo, TestContext.Current.CancellationToken);
        Assert.All(early.Figures, figure => Assert.Equal(new DateOnly(2025, 4, 1), figure.AsAt));
    }

    [Fact]
    public async Task A_landlords_figures_are_incomplete_while_rows_that_could_be_theirs_are_unmatched()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        TestRows rows = RandomComplaints.Rows(seed: 8, count: 300);
        await store.LoadAsync(RandomComplaints.CutOff, rows with
        {
            Quarantine =
            [
                Held(1, "landlord-unmatched", new DateOnly(2024, 6, 1), "00BK", "WCH4"),
                Held(2, "landlord-ambiguous", new DateOnly(2023, 6, 1), "00BK"),
                Held(3, "landlord-unmatched", null, "WCH4"),
            ],
        });
        var engine = new FigureEngine(store.Warehouse);
        FigureTable byYear = await engine.QueryAsync(
            new FigureQuery { Measures = ["ch01_stage1"], GroupBy = ["landlord", "reporting_year"], SkipEmptyPeriods = true },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "00BK 2023/24 1", "00BK 2024/25 1", "41UB 2023/24 0", "41UB 2024/25 0",
                "4826 2023/24 0", "4826 2024/25 0", "WCH4 2023/24 1", "WCH4 2024/25 2",
            ],
            byYear.Figures.Select(figure => $"{figure.ValueOf("landlord")} {figure.ValueOf("reporting_year")} {figure.UnmatchedRows}"));
        FigureTable total = await engine.QueryAsync(
            new FigureQuery { Measures = ["stage1_made"] }, Principal.Demo, TestContext.Current.CancellationToken);
        Assert.Equal((3, true), (Assert.Single(total.Figures).UnmatchedRows, total.Figures[0].Incomplete));
        var principal = new Principal("one", LandlordScope.Of(LandlordCode.Parse("4826")), Role.Analyst);
        FigureTable own = await engine.QueryAsync(
            new FigureQuery { Measures = ["stage1_made"] }, principal, TestContext.Current.CancellationToken);
        Assert.False(Assert.Single(own.Figures).Incomplete);
    }

    [Fact]
    public async Task A_landlords_figures_are_incomplete_while_rows_that_could_be_theirs_are_held_back()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        TestRows rows = RandomComplaints.Rows(seed: 8, count: 300);
        await store.LoadAsync(RandomComplaints.CutOff, rows with
        {
            Quarantine =
            [
                Held(1, "unknown-code", new DateOnly(2024, 6, 1), "00BK"),
                Held(2, "unknown-code", new DateOnly(2024, 7, 1), "00BK"),
                Held(3, "bad-date", null, "00BK"),
                Held(4, "missing-cells", new DateOnly(2023, 6, 1)),
                Held(5, "duplicate-row", new DateOnly(2024, 6, 1), "00BK"),
                Held(6, "bad-date", new DateOnly(2024, 6, 1), "00BK") with { Target = "contact" },
                Held(7, "bad-number", new DateOnly(2025, 3, 31), "00BK") with { Target = "stock" },
                Held(8, "landlord-unmatched", new DateOnly(2024, 6, 1), "41UB"),
            ],
        });
        var engine = new FigureEngine(store.Warehouse);
        FigureTable byYear = await engine.QueryAsync(
            new FigureQuery
            {
                Measures = ["stage1_made", "ch01_stage1"],
                GroupBy = ["landlord", "reporting_year"],
                Years = [ReportingYear.Parse("2023/24"), ReportingYear.Parse("2024/25")],
                Filters = [new QueryFilter("landlord", ["00BK", "41UB"])],
            },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "00BK 2023/24 stage1_made 0 bad-date=1;missing-cells=1",
                "00BK 2023/24 ch01_stage1 0 bad-date=1;missing-cells=1",
                "00BK 2024/25 stage1_made 0 unknown-code=2;bad-date=1",
                "00BK 2024/25 ch01_stage1 0 unknown-code=2;bad-date=1;bad-number=1",
                "41UB 2023/24 stage1_made 0 missing-cells=1",
                "41UB 2023/24 ch01_stage1 0 missing-cells=1",
                "41UB 2024/25 stage1_made 1 ",
                "41UB 2024/25 ch01_stage1 1 ",
            ],
            byYear.Figures.Select(figure =>
                $"{figure.ValueOf("landlord")} {figure.ValueOf("reporting_year")} {figure.Measure} {figure.UnmatchedRows} {string.Join(';', figure.HeldBack.Select(count => $"{count.Rule}={count.Rows}"))}"));
        Assert.All(byYear.Figures, figure => Assert.True(figure.Incomplete));

        FigureTable total = await engine.QueryAsync(
            new FigureQuery { Measures = ["stage1_made"] }, Principal.Demo, TestContext.Current.CancellationToken);
        Assert.Equal((1, 4), (Assert.Single(total.Figures).UnmatchedRows, total.Figures[0].HeldBackRows));
        FigureTable quarter = await engine.QueryAsync(
            new FigureQuery { Measures = ["stage1_made"], From = new DateOnly(2024, 7, 1), To = new DateOnly(2024, 9, 30) },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Assert.Equal(2, Assert.Single(quarter.Figures).HeldBackRows);
        var principal = new Principal("one", LandlordScope.Of(LandlordCode.Parse("4826")), Role.Analyst);
        FigureTable own = await engine.QueryAsync(
            new FigureQuery { Measures = ["stage1_made"] }, principal, TestContext.Current.CancellationToken);
        Assert.Equal([new HeldBackCount("missing-cells", 1)], Assert.Single(own.Figures).HeldBack);
    }

    [Fact]
    public async Task An_empty_warehouse_gives_a_total_of_nothing()
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        FigureTable table = await new FigureEngine(store.Warehouse).QueryAsync(
            new FigureQuery { Measures = ["stage1_made", "ch02_stage1"] },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Assert.Equal(["0", "[U]"], table.Figures.Select(figure => figure.Display));
        Assert.Null(table.AsAt);
    }

    private static long Counted(IEnumerable<StageRow> rows) =>
        rows.Count(row => row.Status != StageStatus.Refused && row.StockType != StockType.Neither);

    private static long Sum(FigureTable table) => (long)table.Figures.Sum(figure => figure.Numerator);

    private static QuarantineRow Held(int row, string rule, DateOnly? day, params string[] candidates) => new()
    {
        SourceRow = row,
        Target = "stage",
        RuleId = rule,
        Expected = "a known home",
        Hint = "review the worklist",
        RowKey = $"Q{row}",
        EventDate = day,
        Raw = $$"""{"row":"{{row}}"}""",
        Candidates = [.. candidates.Select(code => new WorklistCandidate(LandlordCode.Parse(code), null, null, 0.5m, "test"))],
    };
}
