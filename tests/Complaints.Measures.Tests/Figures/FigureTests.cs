using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Figures;

/// <summary>What a figure says beside its value.</summary>
public sealed class FigureTests(SeededWarehouse seeded) : IClassFixture<SeededWarehouse>
{
    private static readonly ReportingYear s_year = ReportingYear.Parse("2024/25");

    [Fact]
    public async Task A_landlord_with_homes_and_no_complaints_has_a_row_with_zero()
    {
        FigureTable table = await Query(["stage1_made", "ch01_stage1", "ch02_stage1"], ["landlord", "stock_type"]);
        List<Figure> row = [.. table.Figures.Where(figure => figure.ValueOf("landlord") == "WCH4")];
        Assert.Equal(["0", "0.0", "[U]"], row.Select(figure => figure.Display));
        Assert.Equal(1_500m, row[1].Denominator);
        Assert.Equal("Landlord WCH4", row[0].ValueOf("landlord_name"));
        Assert.Equal(CellState.Undefined, row[2].State);
        Assert.Null(row[2].Value);
    }

    [Fact]
    public async Task A_landlord_with_complaints_and_no_homes_has_an_undefined_rate()
    {
        FigureTable table = await Query(["ch01_stage1"], ["landlord"]);
        Figure figure = Assert.Single(table.Figures, figure => figure.ValueOf("landlord") == "41UB");
        Assert.True(figure.Numerator > 0);
        Assert.Equal((0m, "[U]"), (figure.Denominator, figure.Display));
    }

    [Fact]
    public async Task A_home_is_counted_once_however_many_complaints_and_areas_there_are()
    {
        FigureTable table = await Query(["ch01_stage1"], ["landlord", "service_area"]);
        Assert.All(
            table.Figures.Where(figure => figure.ValueOf("landlord") == "00BK"),
            figure => Assert.Equal(12_420m + 1_019m, figure.Denominator));
        Assert.DoesNotContain(table.Figures, figure => figure.ValueOf("landlord") == "WCH4");
    }

    [Fact]
    public async Task A_quarter_has_the_homes_of_its_year()
    {
        FigureTable table = await seeded.Engine.QueryAsync(
            new FigureQuery
            {
                Measures = ["ch01_stage1"],
                GroupBy = ["quarter"],
                Filters = [new QueryFilter("landlord", ["4826"])],
                To = new DateOnly(2025, 3, 31),
            },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Assert.Equal(8, table.RowCount);
        Assert.Equal("2023/24 Q1", table.Figures[0].ValueOf("quarter"));
        Assert.All(
            table.Figures,
            figure => Assert.Equal(
                figure.ValueOf("quarter")!.StartsWith("2023", StringComparison.Ordinal) ? 6_365m : 6_368m, figure.Denominator));
    }

    [Fact]
    public async Task The_value_is_exact_and_the_display_value_is_rounded_from_the_fraction()
    {
        FigureTable table = await Query(["ch01_stage1"], ["landlord"]);
        Figure figure = table.Figures.First(figure => figure.ValueOf("landlord") == "4826");
        Assert.Equal(new Rate(figure.Numerator, 6_368m).Times(1000m), figure.Value);
        Assert.Equal(new Rate(figure.Numerator, 6_368m).Display(RoundingMode.HalfUp, 1, 1000m), figure.Display);
    }

    [Fact]
    public async Task Decimal_places_and_rounding_of_the_query_win()
    {
        FigureTable table = await seeded.Engine.QueryAsync(
            new FigureQuery { Measures = ["ch02_stage1"], Years = [s_year], DecimalPlaces = 0, Rounding = RoundingMode.Truncate },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Figure figure = Assert.Single(table.Figures);
        Assert.Equal(
            decimal.Truncate(figure.Value!.Value), decimal.Parse(figure.Display, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_is_left_out_is_counted_by_reason_and_adds_up()
    {
        FigureTable table = await Query(["stage1_made"], []);
        Figure figure = Assert.Single(table.Figures);
        long all = long.Parse((await seeded.Store.SqlAsync(
            "SELECT COUNT(*) FROM fact_stage WHERE stage = 1 AND received_on BETWEEN DATE '2024-04-01' AND DATE '2025-03-31'"))[0][0],
            System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(["not_accepted", "not_tenant"], figure.Excluded.Select(excluded => excluded.Reason));
        Assert.Equal(all, (long)figure.Numerator + figure.Excluded.Sum(excluded => excluded.Complaints));
    }

    [Fact]
    public async Task Withdrawn_complaints_are_kept_unless_the_query_says_otherwise()
    {
        Figure kept = Assert.Single((await Query(["stage1_made"], [])).Figures);
        FigureTable table = await seeded.Engine.QueryAsync(
            new FigureQuery { Measures = ["stage1_made"], Years = [s_year], Withdrawn = WithdrawnPolicy.Exclude },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Figure without = Assert.Single(table.Figures);
        long withdrawn = without.Excluded.Single(excluded => excluded.Reason == "withdrawn").Complaints;
        Assert.True(withdrawn > 0);
        Assert.Equal(kept.Numerator, without.Numerator + withdrawn);
        Assert.EndsWith("withdrawn complaints kept", kept.Population, StringComparison.Ordinal);
        Assert.DoesNotContain("kept", without.Population, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_are_the_versions_in_force_on_the_figures_days()
    {
        FigureTable years = await seeded.Engine.QueryAsync(
            new FigureQuery { Measures = ["ch02_stage1"], GroupBy = ["reporting_year"], To = new DateOnly(2025, 3, 31) },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Assert.Equal(
            [("2023/24", "code-2022"), ("2024/25", "code-2024")],
            years.Figures.Select(figure => (figure.ValueOf("reporting_year")!, string.Join(",", figure.RuleIds))));
        Assert.All(years.Figures, figure => Assert.Equal((RandomComplaints.CutOff, 1), (figure.AsAt!.Value, figure.KnownAtLoad)));
    }

    // Asked for beside CH02, which begins in April 2023, the count of all complaints shrank to the complaints since then.
    [Fact]
    public async Task A_measure_does_not_change_when_another_is_asked_for_beside_it()
    {
        Task<FigureTable> Ask(params string[] measures) => seeded.Engine.QueryAsync(
            new FigureQuery { Measures = measures, To = new DateOnly(2025, 2, 28) }, Principal.Demo, TestContext.Current.CancellationToken);
        Figure alone = Assert.Single((await Ask("stage1_made")).Figures);
        FigureTable both = await Ask("stage1_made", "ch02_stage1");
        Assert.Equal(alone.Numerator, both.Figures[0].Numerator);
        Assert.Equal(Assert.Single((await Ask("ch02_stage1")).Figures).Denominator, both.Figures[1].Denominator);
        Assert.True(both.Figures[1].Denominator < alone.Numerator);
        Assert.Equal(
            [(null, new DateOnly(2025, 2, 28)), (new DateOnly(2023, 4, 1), new DateOnly(2025, 2, 28))],
            both.Figures.Select(figure => (figure.From, figure.To!.Value)));
    }

    [Fact]
    public async Task A_measure_has_no_value_in_a_year_before_its_definition()
    {
        FigureTable table = await seeded.Engine.QueryAsync(
            new FigureQuery { Measures = ["stage1_made", "ch01_stage1"], GroupBy = ["reporting_year"] },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        List<Figure> before = [.. table.Figures.Where(figure => figure.ValueOf("reporting_year") == "2022/23")];
        Assert.True(before[0].Numerator > 0);
        Assert.Equal(
            ("[U]", CellState.Undefined, null, null), (before[1].Display, before[1].State, before[1].Value, before[1].Denominator));
    }

    [Fact]
    public async Task A_day_after_the_cut_off_is_not_claimed_to_be_known()
    {
        FigureTable table = await seeded.Engine.QueryAsync(
            new FigureQuery { Measures = ["stage1_made"], AsAt = new DateOnly(2030, 1, 1) },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Assert.Equal(RandomComplaints.CutOff, table.AsAt);
    }

    [Fact]
    public async Task A_principal_sees_the_landlords_of_its_scope_alone()
    {
        var principal = new Principal("agent", LandlordScope.Of(LandlordCode.Parse("4826"), LandlordCode.Parse("WCH4")), Role.Analyst);
        var query = new FigureQuery { Measures = ["stage1_made"], GroupBy = ["landlord"], Years = [s_year] };
        FigureTable own = await seeded.Engine.QueryAsync(query, principal, TestContext.Current.CancellationToken);
        Assert.Equal(["4826", "WCH4"], own.Figures.Select(figure => figure.ValueOf("landlord")));
        FigureTable total = await seeded.Engine.QueryAsync(query with { GroupBy = [] }, principal, TestContext.Current.CancellationToken);
        Assert.Equal(own.Figures.Sum(figure => figure.Numerator), Assert.Single(total.Figures).Numerator);
        FigureTable other = await seeded.Engine.QueryAsync(
            query with { Filters = [new QueryFilter("landlord", ["00BK"])] }, principal, TestContext.Current.CancellationToken);
        Assert.Empty(other.Figures);
    }

    [Fact]
    public async Task Nobody_gets_no_rows_not_even_a_total()
    {
        var query = new FigureQuery { Measures = ["stage1_made"], Years = [s_year] };
        Assert.Empty((await seeded.Engine.QueryAsync(query, null, TestContext.Current.CancellationToken)).Figures);
        var none = new Principal("none", LandlordScope.None, Role.Analyst);
        Assert.Empty((await seeded.Engine.QueryAsync(query, none, TestContext.Current.CancellationToken)).Figures);
    }

    [Fact]
    public async Task A_limit_gives_the_first_rows_and_says_that_there_are_more()
    {
        var query = new FigureQuery { Measures = ["stage1_made", "stage2_made"], GroupBy = ["month"], Limit = 2 };
        FigureTable table = await seeded.Engine.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
        Assert.True(table.Truncated);
        Assert.Equal(["2023-01", "2023-02"], table.Rows().Select(row => row[0].ValueOf("month")));
    }

    [Fact]
    public async Task A_load_that_does_not_exist_is_refused()
    {
        var query = new FigureQuery { Measures = ["stage1_made"], KnownAtLoad = 2 };
        UserException error = await Assert.ThrowsAsync<UserException>(
            () => seeded.Engine.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken));
        Assert.Contains("no load 2", error.What, StringComparison.Ordinal);
    }

    private Task<FigureTable> Query(string[] measures, string[] groupBy) => seeded.Engine.QueryAsync(
        new FigureQuery { Measures = measures, GroupBy = groupBy, Years = [s_year] },
        Principal.Demo,
        TestContext.Current.CancellationToken);
}
