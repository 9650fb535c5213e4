using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Figures;

/// <summary>
/// A total divided by the homes of a landlord whose only source ends before the year: 0.3 per 1,000 homes where the one landlord that is
/// known has 0.7.
/// </summary>
public sealed class UntoldLandlordTests
{
    [Theory]
    [InlineData("", "2025/26", "1/1500 1500")]
    [InlineData("stock_type", "2025/26", "1/1500 1500")]
    [InlineData("reporting_year", "2025/26", "1/1500 1500")]
    [InlineData("quarter", "2025/26", "1/1500 1500")]
    [InlineData("landlord", "2025/26", "0/ 0", "1/1500 0")]
    [InlineData("", "2024/25", "3/3000 0")] // told in part: up to its day
    [InlineData("landlord", "2024/25", "2/1500 0", "1/1500 0")]
    [InlineData("reporting_year", "2024/25 2025/26", "3/3000 0", "1/1500 1500")]
    public async Task The_homes_of_a_landlord_that_nobody_tells_of_are_left_out_and_said(
        string groupBy, string years, params string[] expected)
    {
        await using TestWarehouse store = await LoadedAsync();

        FigureTable table = await Ask(store, groupBy, years);

        Assert.Equal(expected, table.Figures.Select(figure => $"{figure.Numerator}/{figure.Denominator} {figure.HomesUnknown}"));
        Assert.All(table.Figures, figure => Assert.Equal(figure.HomesUnknown > 0, figure.Incomplete));
    }

    [Fact]
    public async Task As_at_a_day_that_both_sources_tell_of_all_homes_count()
    {
        await using TestWarehouse store = await LoadedAsync();

        FigureTable table = await Ask(store, "", "2024/25", new DateOnly(2024, 12, 31));

        Assert.Equal((3_000m, 0), (Assert.Single(table.Figures).Denominator, table.Figures[0].HomesUnknown));
    }

    private static async Task<TestWarehouse> LoadedAsync()
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2024, 12, 31), new TestRows
        {
            Landlords = [Make.Landlord("A1", "One"), Make.Landlord("B2", "Two")],
            Stock =
            [
                Make.Stock("A1", 2024, 1_500), Make.Stock("B2", 2024, 1_500), Make.Stock("A1", 2025, 1_500), Make.Stock("B2", 2025, 1_500),
            ],
            Stages = [Make.Stage("O1", "A1", new DateOnly(2024, 5, 6)), Make.Stage("O2", "A1", new DateOnly(2024, 8, 20))],
        });
        await store.LoadAsync(new DateOnly(2025, 6, 30), new TestRows
        {
            Stages = [Make.Stage("N1", "B2", new DateOnly(2024, 8, 28)), Make.Stage("N2", "B2", new DateOnly(2025, 5, 4))],
        }, source: "NEW-CRM");
        return store;
    }

    private static Task<FigureTable> Ask(TestWarehouse store, string groupBy, string years, DateOnly? asAt = null) =>
        new FigureEngine(store.Warehouse).QueryAsync(
            new FigureQuery
            {
                Measures = ["ch01_stage1"],
                GroupBy = groupBy.Length == 0 ? [] : [groupBy],
                Years = [.. years.Split(' ').Select(ReportingYear.Parse)],
                AsAt = asAt,
                SkipEmptyPeriods = true,
            },
            Principal.Demo,
            TestContext.Current.CancellationToken);
}
