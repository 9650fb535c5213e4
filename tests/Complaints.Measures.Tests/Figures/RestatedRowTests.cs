using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>
/// A row held back that moves its loaded case to another year or landlord marked the figure it would go to, and the figure that still
/// counted the older statement was called complete.
/// </summary>
public sealed class RestatedRowTests
{
    private static readonly DateOnly s_before = new(2023, 6, 5);
    private static readonly DateOnly s_after = new(2024, 6, 5);

    [Theory]
    [InlineData("stage", "R7/1", "R7")]
    [InlineData("stage", "R7/?", "R7")]
    [InlineData("complaint", "R7", "R7")]
    [InlineData("complaint", "R7/?", "R7")]
    [InlineData("stage", @"R\/7\\\?/1", @"R/7\?")]
    [InlineData("complaint", @"R\/7\\\?", @"R/7\?")]
    public async Task A_row_that_moves_a_case_to_another_year_marks_both(string target, string key, string reference)
    {
        await using TestWarehouse store = await LoadedAsync(
            [Make.Stage(reference, "A1", s_before)],
            Make.Held(1, "unknown-code", s_after, target, "A1") with { RowKey = key });
        Assert.Equal(
            ["A1 2023/24 1", "A1 2024/25 1", "B2 2023/24 0", "B2 2024/25 0"], await Held(store, "stage1_made", Principal.Demo));
    }

    [Theory]
    [InlineData("unknown-code")]
    [InlineData("landlord-unmatched")]
    public async Task A_row_that_moves_a_case_to_another_landlord_marks_both_and_each_sees_its_own(string rule)
    {
        await using TestWarehouse store = await LoadedAsync(
            [Make.Stage("R7", "A1", s_after)], Make.Held(1, rule, s_after, "stage", "B2") with { RowKey = "R7/1" });
        Assert.Equal(
            ["A1 2023/24 0", "A1 2024/25 1", "B2 2023/24 0", "B2 2024/25 1"], await Held(store, "stage1_made", Principal.Demo));
        foreach (string landlord in new[] { "A1", "B2" })
        {
            var principal = new Principal("one", LandlordScope.Of(LandlordCode.Parse(landlord)), Role.Analyst);
            Assert.Equal([$"{landlord} 2023/24 0", $"{landlord} 2024/25 1"], await Held(store, "stage1_made", principal));
        }
    }

    [Fact]
    public async Task A_row_is_one_row_however_many_figures_it_marks()
    {
        await using TestWarehouse store = await LoadedAsync(
            [Make.Stage("R7", "A1", s_before), Make.Stage("R8", "A1", s_before), Make.Stage("R9", "A1", s_before)],
            Make.Held(1, "unknown-code", s_after, "stage", "B2") with { RowKey = "R7/1" },
            Make.Held(2, "bad-date", null, "stage", "A1") with { RowKey = "R8/1" },
            Make.Held(3, "unknown-code", s_after, "stage", "A1") with { RowKey = "R9/1" });
        foreach (string measure in new[] { "stage1_made", "mean_days_to_respond_stage1" })
        {
            FigureTable total = await Ask(store, new FigureQuery { Measures = [measure] }, Principal.Demo);
            Assert.Equal(3, Assert.Single(total.Figures).HeldBackRows);
            FigureTable own = await Ask(
                store, new FigureQuery { Measures = [measure], Filters = [new QueryFilter("landlord", ["A1"])] }, Principal.Demo);
            Assert.Equal(3, Assert.Single(own.Figures).HeldBackRows);
        }

        Assert.Equal(
            ["A1 2023/24 3", "A1 2024/25 3", "B2 2023/24 0", "B2 2024/25 1"],
            await Held(store, "mean_days_to_respond_stage1", Principal.Demo));
    }

    [Theory]
    [InlineData("another-source", "R7/1", "unknown-code")]
    [InlineData("", "R7/2", "unknown-code")]
    [InlineData("", "R77/1", "unknown-code")]
    [InlineData("", @"R7\/1/1", "unknown-code")]
    [InlineData("", "R7/1", "duplicate-row")]
    public async Task A_row_of_another_case_stage_or_source_says_nothing_of_it(string source, string key, string rule)
    {
        await using TestWarehouse store = await LoadedAsync([Make.Stage("R7", "A1", s_before)]);
        QuarantineRow row = Make.Held(1, rule, s_after, "stage", "B2") with { RowKey = key };
        await (source.Length == 0
            ? store.LoadAsync(new DateOnly(2025, 5, 1), new TestRows { Quarantine = [row] })
            : store.LoadAsync(new DateOnly(2025, 5, 1), new TestRows { Quarantine = [row] }, source: source));
        Assert.Equal("A1 2023/24 0", (await Held(store, "stage1_made", Principal.Demo))[0]);
    }

    [Fact]
    public async Task A_figure_known_before_the_row_came_is_not_marked_by_it()
    {
        await using TestWarehouse store = await LoadedAsync([Make.Stage("R7", "A1", s_before)]);
        await store.LoadAsync(new DateOnly(2025, 5, 1), new TestRows
        {
            Quarantine = [Make.Held(1, "unknown-code", s_after, "stage", "A1") with { RowKey = "R7/1" }],
        });
        var query = new FigureQuery { Measures = ["stage1_made"], To = new DateOnly(2024, 3, 31) };
        Assert.True(Assert.Single((await Ask(store, query, Principal.Demo)).Figures).Incomplete);
        Assert.False(Assert.Single((await Ask(store, query with { KnownAtLoad = 1 }, Principal.Demo)).Figures).Incomplete);
    }

    // A row per complaint says both stages anew, and each stands in its own year.
    [Fact]
    public async Task A_row_per_complaint_marks_the_years_of_both_of_its_loaded_stages()
    {
        await using TestWarehouse store = await LoadedAsync(
            [Make.Stage("R7", "A1", new DateOnly(2024, 2, 1)), Make.Stage("R7", "A1", s_after, stage: Stage.Two)],
            Make.Held(1, "unknown-code", new DateOnly(2023, 4, 3), "complaint", "A1") with { RowKey = "R7" });
        Assert.Equal(
            ["A1 2023/24 1", "A1 2024/25 1", "B2 2023/24 0", "B2 2024/25 0"], await Held(store, "stage2_made", Principal.Demo));
    }

    private static async Task<TestWarehouse> LoadedAsync(IReadOnlyList<StageRow> stages, params QuarantineRow[] held)
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        string[] landlords = ["A1", "B2"];
        await store.LoadAsync(new DateOnly(2025, 4, 30), new TestRows
        {
            Landlords = [.. landlords.Select(code => Make.Landlord(code, $"Landlord {code}"))],
            Stock = [.. landlords.SelectMany(code => new[] { 2023, 2024 }.Select(year => Make.Stock(code, year, 100)))],
            Stages = stages,
            Quarantine = held,
        });
        return store;
    }

    private static async Task<List<string>> Held(TestWarehouse store, string measure, Principal principal)
    {
        FigureTable table = await Ask(
            store,
            new FigureQuery
            {
                Measures = [measure],
                GroupBy = ["landlord", "reporting_year"],
                From = new DateOnly(2023, 4, 1),
                To = new DateOnly(2025, 3, 31),
            },
            principal);
        return
        [
            .. table.Figures.Select(figure =>
                $"{figure.ValueOf("landlord")} {figure.ValueOf("reporting_year")} {figure.HeldBackRows + figure.UnmatchedRows}"),
        ];
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query, Principal principal) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, principal, TestContext.Current.CancellationToken);
}
