using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Figures;

/// <summary>
/// A measure of answers that are late or open counted complaints of every landlord and stage where it was asked for alone: its condition is
/// an "or", and stood without brackets beside the others. Asked for beside another measure it was right.
/// </summary>
public sealed class AloneAndTogetherTests(SeededWarehouse seeded) : IClassFixture<SeededWarehouse>
{
    private const string Ours = """
        {
          "measures": [
            {
              "id": "not_in_time", "title": "Not in time", "unit": "complaints", "kind": "count", "population": "tsm",
              "date_role": "made", "source": "us",
              "numerator": { "count": { "all": [
                { "field": "stage", "op": "eq", "value": 1 },
                { "field": "in_time_basis", "op": "not_in", "value": ["standard", "extension"] } ] } }
            },
            {
              "id": "either", "title": "Withdrawn or of repairs", "unit": "complaints", "kind": "count", "population": "tsm",
              "date_role": "made", "source": "us",
              "numerator": { "count": { "any": [
                { "field": "status", "op": "eq", "value": "withdrawn" },
                { "field": "service_area", "op": "eq", "value": "Repairs" } ] } }
            },
            {
              "id": "neither", "title": "Neither", "unit": "complaints", "kind": "count", "population": "tsm",
              "date_role": "made", "source": "us",
              "numerator": { "count": { "not": { "any": [
                { "field": "status", "op": "eq", "value": "withdrawn" },
                { "field": "service_area", "op": "eq", "value": "Repairs" } ] } } }
            }
          ]
        }
        """;

    private readonly FigureEngine _engine = new(seeded.Store.Warehouse, MeasureCatalogue.Shipped.With(Ours, "ours.jsonc"));

    [Theory]
    [InlineData("")]
    [InlineData("landlord")]
    [InlineData("stock_type,quarter")]
    public async Task A_figure_is_the_same_whatever_is_asked_for_beside_it(string groups)
    {
        foreach (FactTable fact in FactTables.ByName.Values)
        {
            string[] ids = [.. _engine.Catalogue.IdsOf(fact)];
            FigureQuery query = new()
            {
                Measures = ids,
                GroupBy = [.. groups.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(id => Dimensions.Find(id).IsOf(fact))],
                Years = [ReportingYear.Parse("2024/25")],
                Filters = [new QueryFilter("landlord", ["00BK", "4826"])],
            };
            Dictionary<string, string> together = ids.Length == 0 ? [] : Words(await AskAsync(query));
            foreach (string id in ids)
            {
                foreach ((string group, string figure) in Words(await AskAsync(query with { Measures = [id] })))
                {
                    Assert.Equal((group, together[group]), (group, figure));
                }
            }
        }
    }

    [Fact]
    public async Task A_condition_and_its_contrary_count_everything_between_them()
    {
        var counts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (string id in (string[])["not_in_time", "ch02_stage1", "either", "neither", "stage1_made", "stage2_made"])
        {
            FigureTable alone = await AskAsync(new FigureQuery { Measures = [id], Years = [ReportingYear.Parse("2024/25")] });
            counts.Add(id, Assert.Single(alone.Figures).Numerator);
        }

        Assert.Equal(counts["stage1_made"], counts["not_in_time"] + counts["ch02_stage1"]);
        Assert.Equal(counts["stage1_made"] + counts["stage2_made"], counts["either"] + counts["neither"]);
    }

    private static Dictionary<string, string> Words(FigureTable table) => table.Figures
        .Where(figure => figure.Numerator != 0 || figure.Denominator is > 0)
        .ToDictionary(
            figure => $"{figure.Measure} {string.Join(' ', figure.Dimensions.Select(value => value.Value))}",
            figure => FormattableString.Invariant($"{figure.Display} {figure.Numerator} {figure.Denominator} {figure.OpenAtCutOff} ")
                + string.Join(' ', figure.Excluded.Select(excluded => $"{excluded.Reason}={excluded.Complaints}")));

    private Task<FigureTable> AskAsync(FigureQuery query) =>
        _engine.QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
}
