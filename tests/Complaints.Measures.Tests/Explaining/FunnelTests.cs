using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Cases;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Explaining;

/// <summary>The steps of every measure add up, in every cell, and lead to what the figure and the list of its cases count.</summary>
public sealed class FunnelTests(SeededWarehouse seeded) : IClassFixture<SeededWarehouse>
{
    private readonly WarehouseFigures _figures = new(seeded.Store.Warehouse);

    public static TheoryData<string> Measures() => [.. MeasureCatalogue.Shipped.IdsOf(FactTables.Stage)];

    [Theory]
    [MemberData(nameof(Measures))]
    public async Task Steps_add_up_to_the_counts_of_the_figure_and_of_its_lists(string measure)
    {
        foreach ((string dimension, WithdrawnPolicy policy) in
            ((string, WithdrawnPolicy)[])[("landlord", WithdrawnPolicy.Exclude), ("quarter", WithdrawnPolicy.Keep)])
        {
            var query = new FigureQuery
            {
                Measures = [measure],
                GroupBy = [dimension],
                Years = [ReportingYear.Parse("2024/25")],
                Withdrawn = policy,
            };
            IReadOnlyList<Explanation> explanations = await _figures.ExplainAsync(
                new ExplainQuery { Figures = query }, Principal.Demo, TestContext.Current.CancellationToken);
            FigureTable cells = await seeded.Engine.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
            Assert.Equal(cells.Figures.Count, explanations.Count);
            foreach ((Figure cell, Explanation explanation) in cells.Figures.Zip(explanations))
            {
                Assert.Equal(
                    (cell.Numerator, cell.Denominator, cell.Display),
                    (explanation.Figure.Numerator, explanation.Figure.Denominator, explanation.Figure.Display));
                AddsUp(explanation);
                if (dimension == "landlord")
                {
                    await ListsAgree(explanation, query with { GroupBy = [], Filters = explanation.Filters });
                }
            }
        }
    }

    [Fact]
    public async Task A_numerator_that_is_no_part_of_the_denominator_has_steps_of_its_own()
    {
        MeasureCatalogue catalogue = MeasureCatalogue.Shipped.With(
            """
            { "measures": [ {
              "id": "odd", "title": "Withdrawn over answered", "unit": "%", "kind": "percent",
              "base": { "field": "stage", "op": "eq", "value": 1 },
              "numerator": { "count": { "all": [ { "field": "stage", "op": "eq", "value": 1 }, { "field": "status", "op": "eq", "value": "withdrawn" } ] } },
              "denominator": { "count": { "all": [ { "field": "stage", "op": "eq", "value": 1 }, { "field": "responded", "op": "eq", "value": true } ] } },
              "population": "tsm", "date_role": "made", "source": "a test" } ] }
            """,
            "odd.jsonc");
        Explanation explanation = Assert.Single(await new WarehouseFigures(seeded.Store.Warehouse, catalogue).ExplainAsync(
            new ExplainQuery { Figures = new FigureQuery { Measures = ["odd"] } }, Principal.Demo, TestContext.Current.CancellationToken));
        Assert.Equal(["denominator", "numerator"], explanation.Funnels.Select(funnel => funnel.Of));
        AddsUp(explanation);
    }

    private static void AddsUp(Explanation explanation)
    {
        Figure figure = explanation.Figure;
        foreach (Funnel funnel in explanation.Funnels)
        {
            long left = funnel.All;
            foreach (FunnelStep step in funnel.Steps)
            {
                Assert.True(step.LeftOut >= 0);
                left -= step.LeftOut;
                Assert.Equal(left, step.Remaining);
            }

            string prefix = figure.NumeratorOpenAtCutOff is null ? "" : $"{funnel.Of}_";
            Assert.Equal(
                figure.Excluded.Where(excluded => excluded.Reason.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(excluded => (excluded.Reason[prefix.Length..], excluded.Complaints)),
                funnel.Steps.Where(step => step.Reason.Length > 0 && step.LeftOut > 0).Select(step => (step.Reason, step.LeftOut)));
        }

        Dictionary<string, long> reached = explanation.Funnels.SelectMany(funnel => funnel.Stops).ToDictionary(
            stop => stop.Part, stop => stop.Count);
        if (explanation.ClockStarts.Count > 0)
        {
            Assert.Equal(figure.Denominator ?? figure.Numerator, explanation.ClockStarts.Sum(start => start.Complaints));
        }

        if (MeasureCatalogue.Shipped.Definitions.FirstOrDefault(measure => measure.Id == figure.Measure)?.Numerator.IsCount != false)
        {
            Assert.Equal(figure.Numerator, reached["numerator"]);
        }

        if (reached.TryGetValue("denominator", out long below) && figure.Denominator is decimal counted)
        {
            Assert.Equal(counted, below);
        }
    }

    private async Task ListsAgree(Explanation explanation, FigureQuery query)
    {
        foreach (ExplainedPart part in explanation.Parts.Where(part => part.Cases is not null))
        {
            var list = new CaseListQuery { Figure = query, Part = Enum.Parse<CasePart>(part.Part, ignoreCase: true) };
            List<CaseEntry> cases = await _figures.CasesAsync(list, Principal.Demo, TestContext.Current.CancellationToken)
                .SelectMany(some => some.Cases.ToAsyncEnumerable())
                .ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(part.Cases, cases.Count);
            if (part.Part == "numerator")
            {
                Assert.Equal(explanation.Cases, cases.Take(explanation.Cases.Count));
                Assert.Equal(Math.Min(20, cases.Count), explanation.Cases.Count);
            }
        }
    }
}
