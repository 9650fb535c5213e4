using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparing;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Output;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Measures.Tests.Figures;

/// <summary>Medians and percentiles are made of the days of every complaint of a group, and never of those of its parts.</summary>
public sealed class QuantileTests(SeededWarehouse seeded) : IClassFixture<SeededWarehouse>
{
    private const string Median = "median_days_to_respond_stage1";
    private const string Ninetieth = "p90_days_to_respond_stage1";

    private static readonly string[] s_dimensions = ["landlord", "stock_type", "quarter", "month", "service_area", "category", "outcome"];

    [Fact]
    public void Of_any_number_of_days_in_order_the_median_is_the_middle_and_the_percentile_lies_between_two_of_them() => Prop
        .ForAll(Gen.Choose(0, 400).ListOf().Where(days => days.Count is > 0 and < 40).ToArbitrary(), days =>
        {
            (Figure median, Figure ninetieth) = OfAsync([.. days]).GetAwaiter().GetResult();
            int[] sorted = [.. days.Order()];
            int middle = sorted.Length / 2;
            decimal expected = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m;
            Assert.Equal((expected, expected, (decimal?)sorted.Length), (median.Value, median.Numerator, median.Denominator));
            int hundredths = 90 * (sorted.Length - 1);
            int below = sorted[hundredths / 100];
            int above = sorted[Math.Min((hundredths / 100) + 1, sorted.Length - 1)];
            Assert.Equal(below + ((above - below) * (hundredths % 100) / 100m), ninetieth.Value);
            Assert.True(ninetieth.Value >= median.Value);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Theory]
    [InlineData("landlord")]
    [InlineData("stock_type,quarter")]
    [InlineData("category,month")]
    [InlineData("service_area,landlord,outcome")]
    public async Task Nine_in_ten_take_no_less_than_half_and_a_group_is_what_its_filter_gives(string groups)
    {
        string[] groupBy = groups.Split(',');
        FigureTable table = await Ask(Query() with { GroupBy = groupBy });
        Assert.True(table.RowCount > 2);
        foreach (IReadOnlyList<Figure> row in table.Rows())
        {
            Assert.True(row[0].Numerator <= row[1].Numerator);
            Assert.Equal(row[0].Denominator, row[1].Denominator);
        }

        foreach (IReadOnlyList<Figure> row in table.Rows().Where(row => row[0].ValueOf("stock_type") != "NEITHER").Take(5))
        {
            FigureTable alone = await Ask(Query() with
            {
                Filters = [.. groupBy.Select(dimension => new QueryFilter(dimension, [row[0].ValueOf(dimension)!]))],
            });
            Assert.Equal(row.Select(Words), alone.Figures.Select(Words));
        }
    }

    [Fact]
    public async Task A_total_is_made_of_its_complaints_and_lies_between_the_values_of_its_parts()
    {
        Figure total = (await Ask(Query())).Figures[0];
        foreach (string dimension in s_dimensions)
        {
            List<Figure> parts = [.. (await Ask(Query() with { GroupBy = [dimension] })).Figures
                .Where(figure => figure.Measure == Median && figure.Value is not null)];
            Assert.Equal(total.Denominator, parts.Sum(figure => figure.Denominator));
            Assert.InRange(total.Value!.Value, parts.Min(figure => figure.Value!.Value), parts.Max(figure => figure.Value!.Value));
        }
    }

    [Fact]
    public async Task Of_no_answer_there_is_no_value()
    {
        Figure none = (await Ask(Query() with { Filters = [new QueryFilter("landlord", ["WCH4"])] })).Figures[0];
        Assert.Equal((CellState.Undefined, (decimal?)null, (decimal?)0m, "[U]"), (none.State, none.Value, none.Denominator, none.Display));
    }

    [Fact]
    public async Task A_change_is_the_difference_of_the_values_and_not_of_quotients()
    {
        ComparisonTable table = await new WarehouseFigures(seeded.Store.Warehouse).CompareAsync(
            new ComparisonQuery { Figures = Query(), With = [ComparisonKind.PriorYear] },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        foreach ((Figure figure, IReadOnlyList<ComparedFigure> compared) in table.Table.Figures.Zip(table.Compared))
        {
            ComparedFigure before = Assert.Single(compared);
            Assert.NotEqual(0, before.Value);
            Assert.Equal(Math.Round(figure.Value!.Value - before.Value!.Value, 1, MidpointRounding.AwayFromZero), before.Change);
        }
    }

    [Fact]
    public async Task An_explanation_says_of_how_many_it_is_made_and_divides_nothing()
    {
        Explanation explanation = Assert.Single(await new WarehouseFigures(seeded.Store.Warehouse).ExplainAsync(
            new ExplainQuery { Figures = Query() with { Measures = [Ninetieth] } }, Principal.Demo, TestContext.Current.CancellationToken));
        Figure figure = explanation.Figure;
        string text = ExplanationText.Of(explanation);
        Assert.Contains($"{figure.Display} working days, of {figure.Denominator} complaints, exactly", text, StringComparison.Ordinal);
        Assert.Contains("90th percentile of working days to respond over stages where stage is 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("÷", text, StringComparison.Ordinal);
        Assert.Equal(figure.Denominator, explanation.Funnels.Single().Stops.Single(stop => stop.Part == "denominator").Count);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Sector)]
    public async Task Who_sees_no_small_numbers_sees_none_of_them(Role role)
    {
        UserException error = await Assert.ThrowsAsync<UserException>(() => seeded.Engine.QueryAsync(
            Query(), new Principal("reader", LandlordScope.All, role), TestContext.Current.CancellationToken));
        Assert.Contains($"'{Median}' is not shown", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "quantile": "working_days_to_respond", "percent": 50, "where": "all" }""", "count", "has a quantile")]
    [InlineData("""{ "count": "all" }""", "quantile", "'quantile' has none")]
    [InlineData("""{ "quantile": "working_days_to_respond", "percent": 100, "where": "all" }""", "quantile", "the number 100")]
    [InlineData("""{ "quantile": "working_days_to_respond", "where": "all" }""", "quantile", "'percent' is missing")]
    [InlineData("""{ "quantile": "outcome", "percent": 50, "where": "all" }""", "quantile", "outcome")]
    public void A_measure_that_is_half_a_quantile_is_refused(string numerator, string kind, string what) => Assert.Contains(
        what,
        Assert.Single(MeasureCatalogue.Shipped.Check(Own(numerator, kind), "ours.jsonc").Faults).What,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_measure_of_ones_own_leaves_aside_what_is_not_known_and_is_closed_to_viewers()
    {
        MeasureCatalogue ours = MeasureCatalogue.Shipped.With(
            Own("""{ "quantile": "points_raised", "percent": 75, "where": "all" }""", "quantile"), "ours.jsonc");
        Assert.True(ours.Find("mine").IsClosedToViewers);
        FigureTable table = await new FigureEngine(seeded.Store.Warehouse, ours).QueryAsync(
            new FigureQuery { Measures = ["mine"] }, Principal.Demo, TestContext.Current.CancellationToken);
        List<int> points =
        [
            .. (await seeded.Store.SqlAsync("""
                SELECT points_raised FROM fact_stage
                WHERE points_raised IS NOT NULL AND status <> 'refused' AND stock_type IN ('LCRA', 'LCHO') AND recorded_to_load = 2147483647
                """)).Select(row => int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture)).Order(),
        ];
        decimal place = 0.75m * (points.Count - 1);
        int below = points[(int)place];
        Assert.Equal(below + ((place - (int)place) * (points[(int)place + 1] - below)), table.Figures[0].Value);
        Assert.Equal(points.Count, table.Figures[0].Denominator);
    }

    private static string Own(string numerator, string kind) => $$"""
        { "measures": [ { "id": "mine", "title": "Mine", "unit": "points", "kind": "{{kind}}", "population": "tsm", "date_role": "made",
          "source": "us", "numerator": {{numerator}} } ] }
        """;

    private static async Task<(Figure Median, Figure Ninetieth)> OfAsync(int[] days)
    {
        await using TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2026, 3, 31), new TestRows
        {
            Landlords = [Make.Landlord("A1", "A")],
            Stages =
            [
                .. days.Select((taken, at) => Make.Stage($"C{at}", "A1", new DateOnly(2024, 5, 1)) with
                {
                    SourceRow = at + 1,
                    RespondedOn = new DateOnly(2024, 5, 1).AddDays(taken),
                    WorkingDaysToRespond = taken,
                }),
            ],
        });
        FigureTable table = await new FigureEngine(store.Warehouse).QueryAsync(
            new FigureQuery { Measures = [Median, Ninetieth] }, Principal.Demo, CancellationToken.None);
        return (table.Figures[0], table.Figures[1]);
    }

    private static FigureQuery Query() => new() { Measures = [Median, Ninetieth], Years = [ReportingYear.Parse("2024/25")] };

    private static string Words(Figure figure) => $"{figure.Measure} {figure.Display} {figure.Numerator} {figure.Denominator}";

    private Task<FigureTable> Ask(FigureQuery query) =>
        seeded.Engine.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}
