using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>
/// A landlord or a year whose rows were all held back had no line in an answer by landlord or year, as if nothing had happened.
/// </summary>
public sealed class HeldBackGroupsTests
{
    private static readonly DateOnly s_early = new(2023, 5, 2);
    private static readonly FigureQuery s_byLandlord = new() { Measures = ["stage1_made"], GroupBy = ["landlord"] };
    private static readonly FigureQuery s_byBoth = s_byLandlord with { GroupBy = ["landlord", "reporting_year"] };
    private static readonly ReportingYear[] s_year = [ReportingYear.Parse("2023/24")];

    [Theory]
    [InlineData("landlord", "A1 0 True")]
    [InlineData("reporting_year", "2023/24 0 True")]
    [InlineData("reporting_year,landlord", "2023/24 A1 0 True")]
    public async Task A_year_of_rows_held_back_alone_is_zero_and_incomplete(string groups, string line)
    {
        await using TestWarehouse store = await LoadedAsync(Make.Held(1, "unknown-stage", s_early, "stage", "A1"));
        Assert.Equal([line], await Lines(store, s_byLandlord with { GroupBy = groups.Split(','), Years = s_year }));
    }

    [Fact]
    public async Task Over_all_years_such_a_year_stands_in_its_place()
    {
        await using TestWarehouse store = await LoadedAsync(
            Make.Held(1, "landlord-unmatched", s_early, "stage", "B2"), Make.Held(2, "unknown-stage", s_early, "stage", "A1"));
        Assert.Equal(
            ["A1 2023/24 0 True", "A1 2024/25 1 False", "B2 2023/24 0 True", "B2 2024/25 0 False"], await Lines(store, s_byBoth));
        Assert.Equal(
            ["2023/24 A1 0 True", "2023/24 B2 0 True"],
            await Lines(store, s_byBoth with { GroupBy = ["reporting_year", "landlord"], Limit = 2 }));
        Assert.Equal(["A1 2023/24 0 True"], await Lines(store, s_byBoth with { Limit = 1 }));
    }

    [Fact]
    public async Task A_row_that_could_be_anybodys_makes_a_line_of_each_landlord_that_may_be_seen_and_is_asked_for()
    {
        await using TestWarehouse store = await LoadedAsync(Make.Held(1, "missing-cells", s_early));
        FigureQuery query = s_byLandlord with { Years = s_year };
        Assert.Equal(["A1 0 True", "B2 0 True", "C3 0 True"], await Lines(store, query));
        Assert.Equal(["C3 0 True"], await Lines(store, query with { Filters = [new QueryFilter("landlord", ["C3"])] }));
        var principal = new Principal("one", LandlordScope.Of(LandlordCode.Parse("B2")), Role.Analyst);
        Assert.Equal(["B2 0 True"], await Lines(store, query, principal));
        Assert.Empty(await Lines(store, query, principal: null));
    }

    [Fact]
    public async Task A_row_of_a_landlord_that_may_not_be_seen_makes_no_line()
    {
        await using TestWarehouse store = await LoadedAsync(Make.Held(1, "unknown-stage", s_early, "stage", "A1"));
        var principal = new Principal("one", LandlordScope.Of(LandlordCode.Parse("B2")), Role.Analyst);
        Assert.Empty(await Lines(store, s_byLandlord with { Years = s_year }, principal));
    }

    [Fact]
    public async Task A_row_without_a_day_makes_a_line_of_every_year_asked_for_that_has_begun()
    {
        await using TestWarehouse store = await LoadedAsync(Make.Held(1, "bad-date", null, "stage", "C3"));
        ReportingYear[] years = [.. new[] { "2022/23", "2023/24", "2025/26" }.Select(ReportingYear.Parse)];
        Assert.Equal(["C3 2022/23 0 True", "C3 2023/24 0 True"], await Lines(store, s_byBoth with { Years = years }));
        Assert.Equal(
            ["A1 2024/25 1 False", "B2 2024/25 0 False", "C3 2024/25 0 True"], await Lines(store, s_byBoth));
    }

    [Fact]
    public async Task A_row_of_an_earlier_year_can_be_answered_in_a_year_without_lines()
    {
        await using TestWarehouse store = await LoadedAsync(Make.Held(1, "unknown-code", new DateOnly(2023, 3, 20), "stage", "C3"));
        FigureQuery query = s_byLandlord with { Years = s_year };
        Assert.Empty(await Lines(store, query));
        Assert.Equal(["C3 [U] True"], await Lines(store, query with { Measures = ["mean_days_to_respond_stage1"] }));
    }

    [Fact]
    public async Task A_landlord_whose_homes_are_held_back_has_a_line_without_a_value()
    {
        await using TestWarehouse store = await LoadedAsync(Make.Held(1, "other-source", new DateOnly(2025, 3, 31), "stock", "C3"));
        FigureQuery query = new() { Measures = ["ch01_stage1"], GroupBy = ["landlord"], Years = [ReportingYear.Parse("2024/25")] };
        Assert.Equal(["A1 10.0 False", "B2 0.0 False", "C3 [U] True"], await Lines(store, query));
        Assert.Equal(["A1 1 False", "B2 0 False"], await Lines(store, query with { Measures = ["stage1_made"] }));
    }

    // A group by more than landlord and year has no place for such a row: the answer says that there are some.
    [Theory]
    [InlineData("2023/24", true)]
    [InlineData("2022/23", false)]
    public async Task An_answer_that_has_no_place_for_rows_held_back_tells_of_them(string year, bool held)
    {
        await using TestWarehouse store = await LoadedAsync(Make.Held(1, "unknown-stage", s_early, "stage", "A1"));
        FigureTable table = await Ask(
            store, s_byLandlord with { GroupBy = ["landlord", "status"], Years = [ReportingYear.Parse(year)] }, Principal.Demo);
        Assert.Empty(table.Figures);
        Assert.Equal(held, table.HasRowsHeldBack);
    }

    private static async Task<TestWarehouse> LoadedAsync(params QuarantineRow[] held)
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2025, 3, 31), new TestRows
        {
            Landlords = [Make.Landlord("A1", "One"), Make.Landlord("B2", "Two"), Make.Landlord("C3", "Three")],
            Stock = [Make.Stock("A1", 2024, 100), Make.Stock("B2", 2024, 50)],
            Stages = [Make.Stage("R1", "A1", new DateOnly(2024, 5, 1))],
            Quarantine = held,
        });
        return store;
    }

    private static Task<List<string>> Lines(TestWarehouse store, FigureQuery query) => Lines(store, query, Principal.Demo);

    private static async Task<List<string>> Lines(TestWarehouse store, FigureQuery query, Principal? principal)
    {
        FigureTable table = await Ask(store, query, principal);
        return
        [
            .. table.Figures.Select(figure => string.Join(' ', figure.Dimensions
                .Where(value => value.Dimension != Dimensions.LandlordName)
                .Select(value => value.Value)
                .Concat([figure.Display, figure.Incomplete.ToString()]))),
        ];
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query, Principal? principal) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, principal, TestContext.Current.CancellationToken);
}
