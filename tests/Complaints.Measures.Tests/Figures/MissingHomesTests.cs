using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Figures;

/// <summary>
/// Complaints of homes that are missing from the stock stood above the line of totals, whose homes stood for others alone.
/// </summary>
public sealed class MissingHomesTests
{
    private static readonly ReportingYear s_year = ReportingYear.Parse("2024/25");

    [Fact]
    public async Task A_total_is_over_the_landlords_and_stock_types_that_have_homes_and_counts_the_rest_as_left_out()
    {
        await using TestWarehouse store = await LoadedAsync();
        Figure total = Assert.Single((await Ask(store, Query())).Figures);
        Assert.Equal((3m, 500m, "6.0"), (total.Numerator, total.Denominator!.Value, total.Display));
        Assert.Equal([new ExcludedCount("homes_missing", 6)], total.Excluded);
        Assert.Equal((6, true), (total.HomesMissing, total.Incomplete));
        Assert.Contains("without homes in the stock", total.Population, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("landlord", "A1 3/500 2 True", "B2 4/0 0 True")]
    [InlineData("stock_type", "LCHO 2/0 0 True", "LCRA 3/500 4 True")]
    [InlineData("quarter", "2024/25 Q1 3/500 6 True", "2024/25 Q2 0/500 0 False", "2024/25 Q3 0/500 0 False", "2024/25 Q4 0/500 0 False")]
    public async Task A_row_leaves_out_what_has_no_homes_and_one_of_nothing_else_has_no_value(string dimension, params string[] expected)
    {
        await using TestWarehouse store = await LoadedAsync();
        FigureTable table = await Ask(store, Query() with { GroupBy = [dimension] });
        Assert.Equal(expected, table.Figures.Select(figure =>
            $"{figure.ValueOf(dimension)} {figure.Numerator}/{figure.Denominator} {figure.Excluded.Sum(count => count.Complaints)} {figure.Incomplete}"));
        Assert.All(table.Figures.Where(figure => figure.Denominator == 0), figure => Assert.Equal("[U]", figure.Display));
    }

    [Fact]
    public async Task Homes_of_one_year_do_not_stand_for_another()
    {
        await using TestWarehouse store = await LoadedAsync();
        await store.LoadAsync(new DateOnly(2025, 7, 1), new TestRows
        {
            Stages = [Make.Stage("N", "A1", new DateOnly(2025, 5, 1)), Make.Stage("O", "A1", new DateOnly(2023, 5, 1))],
        });
        FigureTable table = await Ask(
            store, Query() with { Years = [], GroupBy = ["landlord", "reporting_year"], Filters = [new QueryFilter("landlord", ["A1"])] });
        Assert.Equal(
            ["2023/24 1/0 True", "2024/25 3/500 True", "2025/26 1/0 True"],
            table.Figures.Select(figure => $"{figure.ValueOf("reporting_year")} {figure.Numerator}/{figure.Denominator} {figure.Incomplete}"));
    }

    private static FigureQuery Query() => new() { Measures = ["ch01_stage1"], Years = [s_year] };

    private static async Task<TestWarehouse> LoadedAsync()
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        DateOnly day = new(2024, 6, 3);
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Landlords = [Make.Landlord("A1", "One"), Make.Landlord("B2", "Two")],
            Stock = [Make.Stock("A1", 2024, 500)],
            Stages =
            [
                .. Enumerable.Range(1, 3).Select(number => Make.Stage($"R{number}", "A1", day)),
                .. Enumerable.Range(1, 2).Select(number => Make.Stage($"S{number}", "A1", day) with { StockType = StockType.Lcho }),
                .. Enumerable.Range(1, 4).Select(number => Make.Stage($"T{number}", "B2", day)),
            ],
        });
        return store;
    }

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}
