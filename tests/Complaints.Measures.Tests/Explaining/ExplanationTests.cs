using System.Text.Json;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Cases;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Output;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Tests.Explaining;

/// <summary>
/// What an explanation says of figures that can be counted by hand. Set COMPLAINTS_ACCEPT_GOLDEN=1 to write the texts anew, then read the
/// difference.
/// </summary>
public sealed class ExplanationTests(HandMadeWarehouse made) : IClassFixture<HandMadeWarehouse>
{
    private readonly WarehouseFigures _figures = new(made.Store.Warehouse);

    [Theory]
    [InlineData("ch02_stage1")]
    [InlineData("ch01_stage1")]
    [InlineData("escalation_rate")]
    public async Task The_text_of_an_explanation_is_held(string measure)
    {
        string text = ExplanationText.Of(Assert.Single(await Explain(Query(measure))));
        Assert.Contains("\nSQL\n  WITH ", text, StringComparison.Ordinal);
        string actual = text[..text.IndexOf("\nSQL\n", StringComparison.Ordinal)] + "\n";
        if (Environment.GetEnvironmentVariable("COMPLAINTS_ACCEPT_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(Path.Combine(SourceFolder(), $"{measure}.txt"), actual, TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(
            await File.ReadAllTextAsync(
                Path.Combine(AppContext.BaseDirectory, "Explaining", $"{measure}.txt"), TestContext.Current.CancellationToken),
            actual);
    }

    [Fact]
    public async Task Steps_lead_from_every_stage_to_the_line_and_over_it()
    {
        Explanation explanation = Assert.Single(await Explain(Query("ch02_stage1")));
        Funnel funnel = Assert.Single(explanation.Funnels);
        Assert.Equal(10, funnel.All);
        Assert.Equal(
            [("", "stage is not 1", 1), ("not_accepted", "refused under the landlord's exclusions (Code section 2)", 1),
                ("not_tenant", "from homes that are neither LCRA nor LCHO", 1), ("", "in time basis is neither standard nor extension", 4)],
            funnel.Steps.Select(step => (step.Reason, step.LeavesOut, (int)step.LeftOut)));
        Assert.Equal(
            [("denominator", 3, 7), ("numerator", 4, 3)], funnel.Stops.Select(stop => (stop.Part, stop.AfterSteps, (int)stop.Count)));
    }

    [Fact]
    public async Task A_clock_that_fell_back_on_receipt_is_counted_with_its_reason_and_the_source_without_the_column()
    {
        Explanation explanation = Assert.Single(await Explain(Query("ch02_stage1")));
        Assert.Equal(
            [
                ("logging", 4, ""),
                ("receipt, as the recorded day of logging is later than the answer", 1, ""),
                ("receipt, as no day of logging is recorded", 2, "CRM-B"),
            ],
            explanation.ClockStarts.Select(start => (start.Start, (int)start.Complaints, string.Join(',', start.MissingIn))));
    }

    // CH02 of one extract was 26.2 % or 73.8 %, and the answer to a query said of neither from what the clocks ran.
    [Fact]
    public async Task An_answer_tells_of_its_figures_in_time_what_an_explanation_tells_of_each_and_nothing_of_the_others()
    {
        FigureQuery query = Query("stage1_made", "ch02_stage1", "ch02_stage2") with { TellsClockStarts = true };
        FigureTable table = await _figures.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
        Assert.Equal(["ch02_stage1", "ch02_stage2"], table.ClockStarts.Select(clocks => clocks.Measure));
        Assert.Equal(
            Words(Assert.Single(await Explain(Query("ch02_stage1"))).ClockStarts), Words(table.ClockStarts[0].Starts));
        Assert.Equal("receipt 1 fell back False", Assert.Single(Words(table.ClockStarts[1].Starts)));
    }

    [Fact]
    public async Task Who_does_not_ask_for_the_starts_of_clocks_or_sees_no_small_numbers_gets_none()
    {
        FigureQuery query = Query("ch02_stage1");
        var viewer = new Principal("viewer", Principal.Demo.Scope);
        Assert.Empty((await _figures.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken)).ClockStarts);
        Assert.Empty((await _figures.QueryAsync(
            query with { TellsClockStarts = true }, viewer, TestContext.Current.CancellationToken)).ClockStarts);
    }

    private static IEnumerable<string> Words(IEnumerable<ClockStartCount> starts) =>
        starts.Select(start => FormattableString.Invariant($"{start.Start} {start.Complaints} fell back {start.FellBack}"));

    [Fact]
    public async Task The_source_that_sets_the_day_is_named_and_so_is_the_one_that_ends_before()
    {
        Explanation explanation = Assert.Single(await Explain(Query("stage1_made")));
        Assert.Equal(
            [
                new ExplainedSource("CRM-A", new DateOnly(2024, 5, 31), 8, SetsAsAt: true, SetsKnownTo: false),
                new ExplainedSource("CRM-B", new DateOnly(2024, 3, 15), 2, SetsAsAt: false, SetsKnownTo: true),
            ],
            explanation.Sources);
        Assert.Contains(
            explanation.Marks, mark => mark is { Mark: "provisional" } && mark.Why.Contains("2024-03-15", StringComparison.Ordinal));
        Assert.Contains(
            explanation.Marks, mark => mark is { Mark: "incomplete" } && mark.Why.Contains("bad-date", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_grouped_query_has_each_of_its_figures_explained_by_itself()
    {
        IReadOnlyList<Explanation> explanations = await Explain(Query("stage1_made", "ch02_stage1") with
        {
            Filters = [],
            GroupBy = ["landlord", "reporting_year"],
        });
        Assert.Equal(
            ["41UB 1", "41UB 100.0", "4826 7", "4826 42.9"],
            explanations.Select(one => $"{one.Filters.First(filter => filter.Dimension == "landlord").Values[0]} {one.Figure.Display}"));
    }

    [Fact]
    public async Task Too_many_figures_are_to_be_narrowed_and_not_explained_in_part()
    {
        UserException error = await Assert.ThrowsAsync<UserException>(() => Explain(new FigureQuery
        {
            Measures = ["stage1_made", "stage2_made"],
            GroupBy = ["landlord", "month"],
        }));
        Assert.Equal("group by", error.Where);
        Assert.Contains("filters", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_explained_nothing() =>
        Assert.Empty(await _figures.ExplainAsync(
            new ExplainQuery { Figures = Query("ch02_stage1") }, principal: null, TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_command_for_the_cases_says_all_that_the_query_said()
    {
        FigureQuery query = Query("ch02_stage1") with
        {
            Filters = [new QueryFilter("landlord", ["4826"]), new QueryFilter("service_area", ["Not recorded"])],
            AsAt = new DateOnly(2024, 3, 31),
            Withdrawn = Complaints.Measures.Catalogue.WithdrawnPolicy.Exclude,
            Extensions = Complaints.Measures.Catalogue.ExtensionPolicy.Strict,
            KnownAtLoad = 2,
        };
        Assert.Equal(
            "complaints cases --measure ch02_stage1 --part denominator --year 2023/24 --where landlord=4826 --where 'service_area=Not recorded' "
                + "--as-at 2024-03-31 --known-at-load 2 --withdrawn exclude --extensions strict",
            Assert.Single(await Explain(query)).Parts.Single(part => part.Part == "denominator").Command);
    }

    [Fact]
    public async Task JSON_has_the_words_of_the_contract()
    {
        using var json = JsonDocument.Parse(ExplanationJson.Text(await Explain(Query("ch02_stage1"))));
        JsonElement one = json.RootElement[0];
        Assert.Equal(42.9m, decimal.Round(one.GetProperty("figure").GetProperty("value").GetDecimal(), 1));
        Assert.Equal("numerator", one.GetProperty("cases_of").GetString());
        Assert.Equal("stage is not 1", one.GetProperty("funnels")[0].GetProperty("steps")[0].GetProperty("leaves_out").GetString());
        Assert.Equal("A1", one.GetProperty("cases")[0].GetProperty("case_reference").GetString());
        Assert.StartsWith("WITH ", one.GetProperty("sql").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_of_another_part_can_be_asked_for()
    {
        IReadOnlyList<Explanation> explanations = await _figures.ExplainAsync(
            new ExplainQuery { Figures = Query("ch02_stage1"), Cases = CasePart.Excluded },
            Principal.Demo,
            TestContext.Current.CancellationToken);
        Assert.Equal(["A4", "A5"], Assert.Single(explanations).Cases.Select(entry => entry.CaseReference).Order(StringComparer.Ordinal));
    }

    private static FigureQuery Query(params string[] measures) => new()
    {
        Measures = measures,
        Years = [ReportingYear.Parse("2023/24")],
        Filters = [new QueryFilter("landlord", ["4826"])],
    };

    private Task<IReadOnlyList<Explanation>> Explain(FigureQuery query) =>
        _figures.ExplainAsync(new ExplainQuery { Figures = query }, Principal.Demo, TestContext.Current.CancellationToken);

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
