using System.Globalization;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Domain.Time;
using Complaints.Measures.Comparing;
using Complaints.Measures.Figures;
using Complaints.Measures.Output;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Disclosure;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Figures;

/// <summary>A share is of everything that the query counts, "Not recorded" among it, or there is none.</summary>
public sealed class GroupShareTests(SeededWarehouse seeded, ManySmallCells cells)
    : IClassFixture<SeededWarehouse>, IClassFixture<ManySmallCells>
{
    [Fact]
    public async Task The_shares_of_each_landlord_are_those_of_hand_written_SQL_over_every_category()
    {
        FigureTable table = await Ask(Query("category", "landlord", "category"));
        IEnumerable<string> expected = (await seeded.Store.SqlAsync("""
            SELECT
              landlord_code, category, made,
              100.0 * made / SUM(made) OVER (PARTITION BY landlord_code), SUM(made) OVER (PARTITION BY landlord_code)
            FROM (
              SELECT
                landlord_code,
                CASE WHEN category = '' OR category IS NULL THEN 'Not recorded' ELSE category END AS category,
                COUNT(*) AS made
              FROM fact_stage JOIN dim_category USING (category_key)
              WHERE stage = 1 AND status <> 'refused' AND stock_type IN ('LCRA', 'LCHO') AND recorded_to_load = 2147483647
                AND received_on BETWEEN DATE '2024-04-01' AND DATE '2025-03-31'
              GROUP BY ALL) AS counted
            ORDER BY landlord_code, category
            """)).Select(row => Words(row[0], row[1], row[2], decimal.Parse(row[3], CultureInfo.InvariantCulture), row[4]));
        Assert.Equal("category", table.ShareOf);
        Assert.Contains(table.Figures, figure => figure.ValueOf("category") == "Not recorded" && figure.Share!.Value > 0);
        Assert.Equal(
            expected,
            table.Figures.Where(figure => figure.Numerator > 0).Select(figure => Words(
                figure.ValueOf("landlord")!,
                figure.ValueOf("category")!,
                Text(figure.Numerator),
                figure.Share!.Value!.Value,
                Text(figure.Share.Total!.Value))));
    }

    [Theory]
    [InlineData("landlord", "landlord,service_area")]
    [InlineData("service_area", "service_area,quarter")]
    [InlineData("month", "stock_type,month")]
    [InlineData("outcome", "outcome")]
    public async Task The_shares_of_a_total_add_up_to_all_of_it(string over, string groups)
    {
        FigureTable table = await Ask(Query(over, groups.Split(',')) with { Measures = ["stage1_made", "points_raised_stage1"] });
        foreach (IGrouping<string, Figure> total in table.Figures.GroupBy(figure => $"{figure.Measure} "
            + string.Join(' ', figure.Dimensions.Where(value => value.Dimension != over && value.Dimension != $"{over}_name"))))
        {
            decimal sum = total.Sum(figure => figure.Numerator);
            Assert.All(total, figure => Assert.Equal(sum, figure.Share!.Total));
            if (sum > 0)
            {
                Assert.Equal(100m, Math.Round(total.Sum(figure => figure.Share!.Value!.Value), 20));
            }
            else
            {
                Assert.All(total, figure => Assert.Equal("[U]", figure.Share!.Display));
            }
        }
    }

    [Fact]
    public async Task A_share_is_rounded_once_as_the_query_says()
    {
        FigureQuery query = Query("landlord", "landlord") with { DecimalPlaces = 3, Rounding = RoundingMode.Truncate };
        foreach (Figure figure in (await Ask(query)).Figures)
        {
            FigureShare share = figure.Share!;
            Assert.Equal(new Rate(figure.Numerator, share.Total!.Value).Display(RoundingMode.Truncate, 3, 100m), share.Display);
        }
    }

    [Fact]
    public async Task Of_a_total_with_a_group_that_is_withheld_no_share_is_told()
    {
        int withheld = 0;
        int told = 0;
        foreach ((string over, Principal principal) in
            from over in (string[])["landlord", "service_area", "channel", "quarter"]
            from principal in (Principal[])[ManySmallCells.Sector, ManySmallCells.Viewer("C3", "D4"), ManySmallCells.Viewer("E5")]
            select (over, principal))
        {
            FigureQuery query = Query(over, over, "reporting_year") with { Measures = ["stage1_made", "stage2_made"], Years = [] };
            FigureTable table = await cells.Engine.QueryAsync(query, principal, TestContext.Current.CancellationToken);
            FigureTable plain = await cells.Engine.QueryAsync(
                query with { ShareOf = null }, principal, TestContext.Current.CancellationToken);
            Assert.Equal(plain.Figures.Select(figure => figure.Display), table.Figures.Select(figure => figure.Display));
            foreach (IGrouping<string, Figure> total in table.Figures.GroupBy(
                figure => $"{figure.Measure} {figure.ValueOf("reporting_year")}"))
            {
                bool hidden = total.Any(figure => figure.State == CellState.Suppressed);
                withheld += hidden ? 1 : 0;
                told += hidden ? 0 : 1;
                Assert.All(total.Where(figure => figure.State != CellState.Undefined), figure => Assert.Equal(
                    hidden ? FigureShare.Withheld : figure.Share! with { Total = total.Sum(one => one.Numerator) }, figure.Share));
            }
        }

        Assert.True(withheld > 0 && told > 0);
    }

    [Theory]
    [InlineData("ch02_stage1", "category", "measures")]
    [InlineData("mean_days_to_respond_stage1", "category", "measures")]
    [InlineData("median_days_to_respond_stage1", "category", "measures")]
    [InlineData("repeat_complainants_2", "category", "measures")]
    [InlineData("stage1_made", "landlord", "share")]
    [InlineData("stage1_made", "colour", "group by")]
    public async Task What_has_no_total_that_is_made_of_its_groups_has_no_share(string measure, string over, string where)
    {
        UserException error = await Assert.ThrowsAsync<UserException>(
            () => Ask(Query(over, "category") with { Measures = ["stage2_made", measure] }));
        Assert.True(error.Where == where || where == "group by", $"{error.Where}: {error.Message}");
    }

    [Fact]
    public async Task A_part_of_the_total_is_neither_filtered_away_nor_cut_off_and_a_comparison_has_none()
    {
        FigureQuery query = Query("category", "category");
        UserException filter = await Assert.ThrowsAsync<UserException>(
            () => Ask(query with { Filters = [new QueryFilter("category", ["Damp"])] }));
        Assert.Equal("filter", filter.Where);
        UserException limit = await Assert.ThrowsAsync<UserException>(() => Ask(query with { Limit = 2 }));
        Assert.Equal("limit", limit.Where);
        UserException compared = await Assert.ThrowsAsync<UserException>(() => new WarehouseFigures(seeded.Store.Warehouse).CompareAsync(
            new ComparisonQuery { Figures = query, With = [ComparisonKind.PriorYear] },
            Principal.Demo,
            TestContext.Current.CancellationToken));
        Assert.Equal("share", compared.Where);

        // A filter on another dimension says of what the total is.
        FigureTable own = await Ask(query with { Filters = [new QueryFilter("landlord", ["4826"])] });
        Assert.Equal(own.Figures.Sum(figure => figure.Numerator), own.Figures[0].Share!.Total);
    }

    [Fact]
    public async Task CSV_and_JSON_have_the_share_where_it_is_asked_for_and_are_as_before_where_not()
    {
        FigureQuery query = Query("category", "category");
        FigureTable table = await Ask(query);
        FigureTable plain = await Ask(query with { ShareOf = null });
        string[] with = Csv(table).Split('\n');
        Assert.EndsWith(",share,share_display,share_total", with[0], StringComparison.Ordinal);
        FigureShare first = table.Figures[0].Share!;
        Assert.EndsWith($",{Text(first.Value!.Value)},{first.Display},{Text(first.Total!.Value)}", with[1], StringComparison.Ordinal);
        Assert.Contains($"\"share_display\":\"{first.Display}\"", FigureJson.Text(table).Replace(" ", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("share_total", Csv(plain), StringComparison.Ordinal);
        Assert.DoesNotContain("share_total", FigureJson.Text(plain), StringComparison.Ordinal);
    }

    private static string Csv(FigureTable table)
    {
        using var writer = new StringWriter();
        FigureCsv.Write(table, writer);
        return writer.ToString();
    }

    private static string Words(string landlord, string category, string made, decimal share, string total) =>
        string.Create(CultureInfo.InvariantCulture, $"{landlord} {category} {made} {Math.Round(share, 9):0.#########} {total}");

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static FigureQuery Query(string over, params string[] groupBy) => new()
    {
        Measures = ["stage1_made"],
        GroupBy = groupBy,
        Years = [ReportingYear.Parse("2024/25")],
        ShareOf = over,
    };

    private Task<FigureTable> Ask(FigureQuery query) =>
        seeded.Engine.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}
