using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>A month without complaints had no row, so a chart of twelve months had as many points as there were months with some.</summary>
public sealed class EmptyPeriodTests
{
    private static readonly DateOnly s_cutOff = new(2025, 2, 10);

    [Fact]
    public async Task A_year_by_month_has_its_twelve_months_with_the_homes_of_the_year()
    {
        await using TestWarehouse store = await LoadedAsync(new DateOnly(2025, 6, 1));

        FigureTable table = await Ask(store, ["month"], ["ch01_stage1"], new QueryFilter("landlord", ["A1"]));

        Assert.Equal(12, table.RowCount);
        Assert.Equal(["2024-04", "2025-03"], [table.Figures[0].ValueOf("month"), table.Figures[^1].ValueOf("month")]);
        Assert.Equal(3, table.Figures.Sum(figure => figure.Numerator));
        Assert.All(table.Figures, figure => Assert.Equal((500m, CellState.Value), (figure.Denominator, figure.State)));
        Assert.Equal("0.0", table.Figures[1].Display);
    }

    [Fact]
    public async Task Nothing_is_zero_before_a_landlords_complaints_are_known_or_after_the_records_end()
    {
        await using TestWarehouse store = await LoadedAsync(s_cutOff);

        FigureTable table = await Ask(store, ["landlord", "month"], ["stage1_made"]);

        Assert.Equal(
            [
                "A1 2024-04 1", "A1 2024-05 0", "A1 2024-06 0", "A1 2024-07 1", "A1 2024-08 0", "A1 2024-09 0", "A1 2024-10 1",
                "A1 2024-11 0", "A1 2024-12 0", "A1 2025-01 0", "A1 2025-02 0", "B2 2024-12 1", "B2 2025-01 0", "B2 2025-02 0",
            ],
            table.Figures.Select(figure => $"{figure.ValueOf("landlord")} {figure.ValueOf("month")} {figure.Numerator}"));
    }

    [Fact]
    public async Task A_group_has_a_row_for_each_month_from_the_first_complaint_of_any_group()
    {
        await using TestWarehouse store = await LoadedAsync(s_cutOff);

        FigureTable table = await Ask(store, ["status", "quarter"], ["stage1_made"], new QueryFilter("landlord", ["A1"]));

        Assert.Equal(
            [
                "accepted 2024/25 Q1 1", "accepted 2024/25 Q2 1", "accepted 2024/25 Q3 0", "accepted 2024/25 Q4 0",
                "withdrawn 2024/25 Q1 0", "withdrawn 2024/25 Q2 0", "withdrawn 2024/25 Q3 1", "withdrawn 2024/25 Q4 0",
            ],
            table.Figures.Select(figure => $"{figure.ValueOf("status")} {figure.ValueOf("quarter")} {figure.Numerator}"));
    }

    [Fact]
    public async Task Answers_without_a_year_asked_for_end_with_the_records()
    {
        await using TestWarehouse store = await LoadedAsync(new DateOnly(2026, 5, 1));

        FigureTable table = await Ask(store, ["reporting_year"], ["stage1_made", "ch02_stage1"], years: []);

        Assert.Equal(
            ["2024/25 4", "2025/26 0", "2026/27 0"],
            table.Rows().Select(row => $"{row[0].ValueOf("reporting_year")} {row[0].Numerator}"));
        Assert.Equal(CellState.Undefined, table.Figures[3].State);
    }

    [Fact]
    public async Task They_are_left_out_on_demand_and_never_told_of_a_landlord_that_may_not_be_seen()
    {
        await using TestWarehouse store = await LoadedAsync(s_cutOff);
        var own = new Principal("own", LandlordScope.Of(LandlordCode.Parse("B2")), Role.Analyst);
        FigureQuery query = Query(["month"], ["stage1_made"]);

        FigureTable skipped = await Ask(store, query with { SkipEmptyPeriods = true }, Principal.Demo);
        FigureTable seen = await Ask(store, query, own);

        Assert.Equal(["2024-04", "2024-07", "2024-10", "2024-12"], skipped.Figures.Select(figure => figure.ValueOf("month")));
        Assert.Equal(["2024-12", "2025-01", "2025-02"], seen.Figures.Select(figure => figure.ValueOf("month")));
    }

    [Fact]
    public async Task A_filter_on_a_value_that_no_complaint_has_in_the_year_gives_zeros_and_an_unknown_one_is_refused()
    {
        await using TestWarehouse store = await LoadedAsync(s_cutOff);

        FigureTable table = await Ask(
            store, ["month"], ["stage1_made"], new QueryFilter("status", ["withdrawn"]), new QueryFilter("landlord", ["B2"]));
        UserException refused = await Assert.ThrowsAsync<UserException>(
            () => Ask(store, ["month"], ["stage1_made"], new QueryFilter("status", ["withdrawnn"])));

        Assert.Equal([0m, 0m, 0m], table.Figures.Select(figure => figure.Numerator));
        Assert.Contains("withdrawn", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<TestWarehouse> LoadedAsync(DateOnly cutOff)
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(cutOff, new TestRows
        {
            Landlords = [Make.Landlord("A1", "One Homes"), Make.Landlord("B2", "Two Homes")],
            Stock = [Make.Stock("A1", 2024, 500), Make.Stock("B2", 2024, 80)],
            Stages =
            [
                Make.Stage("A", "A1", new DateOnly(2024, 4, 30)),
                Make.Stage("B", "A1", new DateOnly(2024, 7, 1)),
                Make.Stage("C", "A1", new DateOnly(2024, 10, 15)) with { Status = StageStatus.Withdrawn },
                Make.Stage("D", "B2", new DateOnly(2024, 12, 31)),
            ],
        });
        return store;
    }

    private static FigureQuery Query(string[] groupBy, string[] measures, params QueryFilter[] filters) => new()
    {
        Measures = measures,
        GroupBy = groupBy,
        Years = [ReportingYear.FromStartYear(2024)],
        Filters = filters,
    };

    private static Task<FigureTable> Ask(TestWarehouse store, string[] groupBy, string[] measures, params QueryFilter[] filters) =>
        Ask(store, Query(groupBy, measures, filters), Principal.Demo);

    private static Task<FigureTable> Ask(TestWarehouse store, string[] groupBy, string[] measures, IReadOnlyList<ReportingYear> years) =>
        Ask(store, Query(groupBy, measures) with { Years = years }, Principal.Demo);

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query, Principal principal) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, principal, TestContext.Current.CancellationToken);
}
