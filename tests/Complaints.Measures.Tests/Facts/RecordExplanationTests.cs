using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Explaining;
using Complaints.Measures.Figures;
using Complaints.Measures.Output;
using Complaints.Measures.Queries;

namespace Complaints.Measures.Tests.Facts;

/// <summary>An explanation of a figure of other records leads to its own counts, in words of its own records.</summary>
public sealed class RecordExplanationTests(SeededRecords seeded) : IClassFixture<SeededRecords>
{
    private static readonly ReportingYear s_year = ReportingYear.Parse("2024/25");

    public static TheoryData<string> Measures() =>
        [.. MeasureCatalogue.Shipped.Definitions.Where(measure => measure.Fact != FactTables.Stage).Select(measure => measure.Id)];

    [Theory]
    [MemberData(nameof(Measures))]
    public async Task Steps_lead_to_the_counts_of_each_landlords_figure(string id)
    {
        MeasureDefinition measure = MeasureCatalogue.Shipped.Find(id);
        var query = new FigureQuery { Measures = [id], GroupBy = ["landlord"], Years = [s_year], SkipEmptyPeriods = true };
        FigureTable table = await seeded.Engine.QueryAsync(query, Principal.Demo, Stop);
        IReadOnlyList<Explanation> explained = await new WarehouseFigures(seeded.Store.Warehouse)
            .ExplainAsync(new ExplainQuery { Figures = query }, Principal.Demo, Stop);
        Assert.NotEmpty(explained);
        Assert.Equal(
            table.Figures.Select(figure => (figure.Numerator, figure.Denominator, figure.Display)),
            explained.Select(one => (one.Figure.Numerator, one.Figure.Denominator, one.Figure.Display)));
        foreach (Explanation one in explained)
        {
            Assert.All(one.Funnels, funnel => Assert.Equal(
                funnel.All - funnel.Steps.Sum(step => step.LeftOut), funnel.Steps.Count == 0 ? funnel.All : funnel.Steps[^1].Remaining));
            if (measure.Numerator is { Sum: null, Distinct: null })
            {
                Assert.Contains(
                    one.Funnels.SelectMany(funnel => funnel.Stops), stop => stop.Part == "numerator" && stop.Count == one.Figure.Numerator);
            }

            string text = ExplanationText.Of(one);
            Assert.Contains($"  {measure.Fact.Rows} ", text, StringComparison.Ordinal);
            Assert.DoesNotContain("complaints cases", text, StringComparison.Ordinal);
            Assert.DoesNotContain("stages in these days", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Clock start", text, StringComparison.Ordinal);
            Assert.Contains($"FROM {(measure.Fact.Link == FactLink.Own ? measure.Fact.Table : "(")}", one.Sql.Text, StringComparison.Ordinal);
            Assert.Empty(one.Cases);
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
