using Complaints.Domain.Access;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;
using Complaints.Warehouse.Rows;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Measures.Tests.Figures;

/// <summary>Who complained more than once is counted by the pseudonym of the resident, in each group, total and period by itself.</summary>
public sealed class RepeatComplainantTests(SeededWarehouse seeded) : IClassFixture<SeededWarehouse>
{
    private static readonly string[] s_measures =
        ["complainants", "repeat_complainants_2", "repeat_complainants_3", "repeat_complainants_5"];

    private static readonly string[] s_dimensions = ["landlord", "stock_type", "quarter", "month", "service_area", "category", "outcome"];

    [Fact]
    public async Task A_resident_is_counted_by_complaints_of_stage_1_and_one_who_is_not_recorded_never()
    {
        await using TestWarehouse store = await LoadedAsync();
        IReadOnlyList<Figure> year = (await Ask(store, Query())).Figures;

        // R1 five times, R2 three times, R3 twice and a second stage, R4 once and once refused; three complaints are of nobody known.
        Assert.Equal([4m, 3m, 2m, 1m], year.Select(figure => figure.Numerator));
        Assert.Equal(["4", "3", "2", "1"], year.Select(figure => figure.Display));
        Assert.All(year, figure => Assert.Equal(
            [new ExcludedCount("not_accepted", 1), new ExcludedCount("resident_not_recorded", 3)], figure.Excluded));
    }

    [Fact]
    public async Task Who_complained_five_times_in_two_quarters_did_so_in_the_year_and_in_neither_quarter()
    {
        await using TestWarehouse store = await LoadedAsync();
        FigureTable quarters = await Ask(store, Query() with { GroupBy = ["quarter"] });
        Assert.Equal(
            ["2024/25 Q1: 2 2 1 0", "2024/25 Q2: 3 2 1 0", "2024/25 Q3: 0 0 0 0", "2024/25 Q4: 0 0 0 0"],
            quarters.Rows().Select(row =>
                $"{row[0].ValueOf("quarter")}: {string.Join(' ', row.Select(figure => figure.Numerator))}"));
    }

    [Fact]
    public async Task The_cases_behind_are_the_complaints_of_those_who_complained_so_often()
    {
        await using TestWarehouse store = await LoadedAsync();
        var figures = new WarehouseFigures(store.Warehouse);
        foreach ((string measure, string[] cases) in new (string, string[])[]
        {
            ("repeat_complainants_3", ["A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3"]),
            ("repeat_complainants_5", ["A1", "A2", "A3", "A4", "A5"]),
        })
        {
            FigureQuery query = Query() with { Measures = [measure] };
            List<CaseEntry> listed = await figures
                .CasesAsync(
                    new CaseListQuery { Figure = query, Part = CasePart.Numerator }, Principal.Demo, TestContext.Current.CancellationToken)
                .SelectMany(part => part.Cases.ToAsyncEnumerable())
                .ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(cases, listed.Select(entry => entry.CaseReference).Order(StringComparer.Ordinal));
            Explanation explanation = Assert.Single(await figures.ExplainAsync(
                new ExplainQuery { Figures = query }, Principal.Demo, TestContext.Current.CancellationToken));
            Assert.Equal(cases.Length, explanation.Parts.Single(part => part.Part == "numerator").Cases);
        }

        // Those that were late, of whoever complained three times, late or not.
        List<CaseEntry> late = await figures
            .CasesAsync(
                new CaseListQuery
                {
                    Figure = Query() with { Measures = ["repeat_complainants_3"] },
                    Part = CasePart.Numerator,
                    State = ClockState.Late,
                },
                Principal.Demo,
                TestContext.Current.CancellationToken)
            .SelectMany(part => part.Cases.ToAsyncEnumerable())
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["A1"], late.Select(entry => entry.CaseReference));
    }

    [Fact]
    public void Fewer_complained_more_often_and_a_total_is_no_sum_of_its_parts() => Prop
        .ForAll(Gen.Shuffle(s_dimensions).Zip(Gen.Choose(1, 2)).ToArbitrary(), choice =>
        {
            string[] groupBy = [.. choice.Item1.Take(choice.Item2)];
            FigureTable groups = Ask(seeded.Store, Query() with { GroupBy = groupBy }).GetAwaiter().GetResult();
            foreach (IReadOnlyList<Figure> row in groups.Rows())
            {
                Assert.Equal(row.Select(figure => figure.Numerator).OrderDescending(), row.Select(figure => figure.Numerator));
            }

            FigureTable total = Ask(seeded.Store, Query()).GetAwaiter().GetResult();
            foreach (Figure whole in total.Figures)
            {
                List<Figure> parts = [.. groups.Figures.Where(figure => figure.Measure == whole.Measure)];
                Assert.True(parts.Max(figure => figure.Numerator) <= whole.Numerator);
            }

            Assert.True(groups.Figures.Where(figure => figure.Measure == s_measures[0]).Sum(figure => figure.Numerator)
                >= total.Figures[0].Numerator);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public async Task Who_sees_no_small_numbers_sees_none_of_them()
    {
        foreach (string measure in s_measures)
        {
            UserException error = await Assert.ThrowsAsync<UserException>(() => seeded.Engine.QueryAsync(
                Query() with { Measures = [measure] },
                new Principal("reader", LandlordScope.All, Role.Viewer),
                TestContext.Current.CancellationToken));
            Assert.Contains($"'{measure}' is not shown", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{ "repeated": "resident", "at_least": 0, "where": "all" }""", "count", "the number 0")]
    [InlineData("""{ "repeated": "resident", "where": "all" }""", "count", "'at_least' is missing")]
    [InlineData("""{ "repeated": "handler", "at_least": 2, "where": "all" }""", "count", "handler")]
    [InlineData("""{ "repeated": "resident", "at_least": 2, "where": "all" }""", "per_1000_homes", "a number of repeated values")]
    public void A_measure_of_repeats_that_counts_nothing_is_refused(string numerator, string kind, string what)
    {
        string own = $$"""
            { "measures": [ { "id": "mine", "title": "Mine", "unit": "complainants per 1,000 homes", "kind": "{{kind}}",
              "population": "accepted", "date_role": "made", "source": "us", "numerator": {{numerator}} } ] }
            """;
        UserException fault = Assert.Single(MeasureCatalogue.Shipped.Check(own, "ours.jsonc").Faults);
        Assert.Contains(what, fault.What, StringComparison.Ordinal);
    }

    private static async Task<TestWarehouse> LoadedAsync()
    {
        DateOnly spring = new(2024, 4, 10);
        DateOnly summer = new(2024, 7, 20);
        TestWarehouse store = await TestWarehouse.CreateAsync();
        await store.LoadAsync(new DateOnly(2025, 3, 31), new TestRows
        {
            Landlords = [Make.Landlord("A1", "A")],
            Stages =
            [
                .. new[]
                {
                    Of("A1", "R1", spring) with { RespondedOn = spring.AddDays(200) },
                    Of("A2", "R1", spring), Of("A3", "R1", spring), Of("A4", "R1", summer), Of("A5", "R1", summer),
                    Of("B1", "R2", summer), Of("B2", "R2", summer), Of("B3", "R2", summer.AddDays(3)),
                    Of("C1", "R3", spring), Of("C2", "R3", spring.AddDays(40)), Of("C2", "R3", summer, Stage.Two),
                    Of("D1", "R4", summer), Of("D2", "R4", summer) with { Status = StageStatus.Refused },
                    Of("E1", null, spring), Of("E2", null, spring), Of("E3", null, summer),
                }.Select((stage, at) => stage with { SourceRow = at + 1 }),
            ],
        });
        return store;
    }

    private static StageRow Of(string reference, string? resident, DateOnly received, Stage stage = Stage.One) =>
        Make.Stage(reference, "A1", received, received.AddDays(5), stage) with { ResidentPseudonym = resident };

    private static FigureQuery Query() => new() { Measures = s_measures, Years = [ReportingYear.Parse("2024/25")] };

    private static Task<FigureTable> Ask(TestWarehouse store, FigureQuery query) =>
        new FigureEngine(store.Warehouse).QueryAsync(query, Principal.Demo, CancellationToken.None);
}
