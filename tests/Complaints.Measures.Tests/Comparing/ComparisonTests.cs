using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Comparing;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;

namespace Complaints.Measures.Tests.Comparing;

/// <summary>
/// Figures beside other days, counted by hand: the landlord A1 has complaints in 2023/24 to 2025/26, B2 since January 2025.
/// </summary>
public sealed class ComparisonTests
{
    private static readonly DateOnly s_cutOff = new(2025, 8, 20);

    [Fact]
    public async Task Of_a_year_under_way_the_days_that_passed_are_compared_with_the_same_days_as_they_were_known_a_year_before()
    {
        await using TestWarehouse store = await LoadedAsync();
        ComparisonTable table = await Ask(
            store,
            Query(["ch02_stage1", "stage1_made"], "2025/26") with { Filters = [new QueryFilter("landlord", ["A1"])] },
            ComparisonKind.SamePeriodLastYear,
            ComparisonKind.PriorYear);

        // Four of April to August 2024, of which the fourth had no answer on 20 August 2024 and got one in time after it.
        Assert.Equal(
            [
                "SamePeriodLastYear 2024-04-01 2024-08-20 as at 2024-08-20: 3/4 75.0 change -25.0",
                "PriorYear 2024-04-01 2025-03-31 as at 2025-08-20: 5/6 83.3 change -33.3",
            ],
            table.Compared[0].Select(Words));
        Assert.Equal(
            [
                "SamePeriodLastYear 2024-04-01 2024-08-20 as at 2024-08-20: 4/ 4 change -2 -50.0%",
                "PriorYear 2024-04-01 2025-03-31 as at 2025-08-20: 6/ 6 change -4 -66.7%",
            ],
            table.Compared[1].Select(Words));
        Assert.Equal(["50.0", "2"], table.Table.Figures.Select(figure => figure.Display));
    }

    [Fact]
    public async Task Beside_each_month_stand_its_year_so_far_and_the_twelve_months_to_its_end_and_they_are_no_change()
    {
        await using TestWarehouse store = await LoadedAsync();
        ComparisonTable table = await Ask(
            store,
            Query(["stage1_made"], "2024/25") with
            {
                GroupBy = ["landlord", "month"],
                Filters = [new QueryFilter("month", ["2025-01", "2025-02"])],
            },
            ComparisonKind.YearToDate,
            ComparisonKind.RollingTwelveMonths);

        Assert.Equal(
            ["A1 2025-01 1: 5 5", "A1 2025-02 1: 6 6", "B2 2025-01 1: 1 1", "B2 2025-02 0: 1 1"],
            table.Table.Figures.Select((figure, at) => $"{figure.ValueOf("landlord")} {figure.ValueOf("month")} {figure.Display}: "
                + string.Join(' ', table.Compared[at].Select(beside => beside.Display))));
        Assert.All(table.Compared.SelectMany(beside => beside), beside => Assert.Null(beside.Change));
        Assert.Equal(new DateOnly(2024, 2, 1), table.Compared[0][1].From);
    }

    [Fact]
    public async Task A_comparison_with_days_before_the_records_says_when_those_begin_and_one_with_nothing_says_so()
    {
        await using TestWarehouse store = await LoadedAsync();
        ComparisonTable table = await Ask(
            store, Query(["stage1_made"], "2024/25") with { GroupBy = ["landlord"] }, ComparisonKind.PriorYear);

        ComparedFigure known = Assert.Single(table.Compared[0]);
        Assert.Equal(("2", new DateOnly(2024, 1, 1)), (known.Display, known.RecordsBegin));
        Assert.Equal("nothing was counted in these days", Assert.Single(table.Compared[1]).WhyNot);
    }

    [Fact]
    public async Task A_rate_of_homes_over_days_of_two_years_says_why_there_is_none_and_the_other_measures_are_there()
    {
        await using TestWarehouse store = await LoadedAsync();
        ComparisonTable table = await Ask(
            store,
            Query(["ch01_stage1", "stage1_made"], "2024/25") with
            {
                GroupBy = ["quarter"],
                Filters = [new QueryFilter("landlord", ["A1"])],
            },
            ComparisonKind.RollingTwelveMonths);

        Assert.StartsWith("'ch01_stage1' divides by the homes at a year's end", table.Compared[0][0].WhyNot, StringComparison.Ordinal);
        Assert.Equal("5", table.Compared[1][0].Display);
        Assert.Equal("12.0", table.Compared[6][0].Display);
    }

    [Fact]
    public async Task Who_sees_no_small_numbers_sees_none_beside_figures_and_nobody_sees_nothing()
    {
        await using TestWarehouse store = await LoadedAsync();
        ComparisonQuery query = new()
        {
            Figures = Query(["stage1_made"], "2024/25"),
            With = [ComparisonKind.PriorYear, ComparisonKind.SamePeriodLastYear],
        };
        var viewer = new Principal("viewer", LandlordScope.Of(LandlordCode.Parse("A1")));
        var figures = new WarehouseFigures(store.Warehouse);
        ComparisonTable seen = await figures.CompareAsync(query, viewer, TestContext.Current.CancellationToken);
        ComparisonTable none = await figures.CompareAsync(query, null, TestContext.Current.CancellationToken);

        Assert.Equal("6", Assert.Single(seen.Table.Figures).Display);
        ComparedFigure hidden = seen.Compared[0][0];
        Assert.Equal((CellState.Suppressed, null, null), (hidden.State, hidden.Numerator, hidden.Change));
        Assert.Contains("are not shown", seen.Compared[0][1].WhyNot, StringComparison.Ordinal);
        Assert.Empty(none.Table.Figures);
    }

    [Fact]
    public async Task Days_without_a_beginning_a_comparison_twice_and_too_many_periods_are_refused_with_what_would_do()
    {
        await using TestWarehouse store = await LoadedAsync();
        FigureQuery all = new() { Measures = ["stage1_made"] };
        ComparisonKind[] every = Enum.GetValues<ComparisonKind>();

        Assert.Contains("a reporting year", await RefusedAsync(store, all, ComparisonKind.PriorYear), StringComparison.Ordinal);
        Assert.Contains("once", await RefusedAsync(store, Query(["stage1_made"], "2024/25"), every[0], every[0]), StringComparison.Ordinal);
        Assert.Contains("prior_year", await RefusedAsync(store, all), StringComparison.Ordinal);
        Assert.Contains(
            "at most 48",
            await RefusedAsync(store, all with { From = new DateOnly(2023, 4, 1), GroupBy = ["month"] }, every),
            StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(TestWarehouse store, FigureQuery query, params ComparisonKind[] with) =>
        (await Assert.ThrowsAsync<UserException>(() => Ask(store, query, with))).Expected!;

    private static string Words(ComparedFigure one) => FormattableString.Invariant(
        $"{one.With} {one.From:yyyy-MM-dd} {one.To:yyyy-MM-dd} as at {one.AsAt:yyyy-MM-dd}: {one.Numerator}/{one.Denominator} {one.Display} change {one.ChangeDisplay}")
        + (one.ChangePercent is decimal percent ? FormattableString.Invariant($" {percent}%") : "");

    private static FigureQuery Query(IReadOnlyList<string> measures, string year) =>
        new() { Measures = measures, Years = [ReportingYear.Parse(year)] };

    private static Task<ComparisonTable> Ask(TestWarehouse store, FigureQuery query, params ComparisonKind[] with) =>
        new WarehouseFigures(store.Warehouse).CompareAsync(
            new ComparisonQuery { Figures = query, With = with }, Principal.Demo, TestContext.Current.CancellationToken);

    private static async Task<TestWarehouse> LoadedAsync()
    {
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(s_cutOff, new TestRows
        {
            Landlords = [Make.Landlord("A1", "One Homes"), Make.Landlord("B2", "Two Homes")],
            Stock = [Make.Stock("A1", 2024, 500), Make.Stock("A1", 2025, 500), Make.Stock("B2", 2024, 80)],
            Stages =
            [
                Case("A01", "A1", new(2024, 1, 15), 10), Case("A02", "A1", new(2024, 1, 20), 10),
                Case("A03", "A1", new(2024, 4, 9), 10), Case("A04", "A1", new(2024, 5, 9), 10), Case("A05", "A1", new(2024, 6, 9), 10),
                Case("A06", "A1", new(2024, 8, 15), 10), Case("A07", "A1", new(2025, 1, 9), 30), Case("A08", "A1", new(2025, 2, 9), 10),
                Case("A09", "A1", new(2025, 4, 9), 30), Case("A10", "A1", new(2025, 7, 9), 10),
                Case("B01", "B2", new(2025, 1, 9), 10),
            ],
        });
        return store;
    }

    // Due 14 days after receipt.
    private static StageRow Case(string reference, string landlord, DateOnly received, int days) =>
        Make.Stage(reference, landlord, received, received.AddDays(days)) with { WorkingDaysToRespond = days * 5 / 7 };
}
