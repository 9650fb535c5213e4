using System.Text.Json;
using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Figures;
using Complaints.Measures.Output;
using Complaints.Measures.Queries;
using Complaints.Measures.Tests.Support;

namespace Complaints.Measures.Tests.Output;

public sealed class FigureOutputTests(SeededWarehouse seeded) : IClassFixture<SeededWarehouse>
{
    [Fact]
    public async Task A_JSON_row_has_the_group_the_figure_and_then_the_rules()
    {
        using var json = JsonDocument.Parse(FigureJson.Text(await Table()));
        JsonElement row = json.RootElement.EnumerateArray().First(
            row => row.GetProperty("landlord").GetString() == "4826" && row.GetProperty("stock_type").GetString() == "LCRA");
        Assert.Equal(
            [
                "landlord",
                "landlord_name",
                "stock_type",
                "measure",
                "numerator",
                "denominator",
                "value",
                "display",
                "unit",
                "decimal_places",
                "rounding",
                "code_versions",
                "population",
                "calendar",
                "from",
                "to",
                "as_at",
                "known_to",
                "known_at_load",
                "open_at_cut_off",
                "excluded",
                "extensions", "extension_faults",
                "incomplete", "homes_missing", "homes_unknown", "unmatched_rows", "held_back_rows", "held_back", "stale",
            ],
            row.EnumerateObject().Select(property => property.Name));
        Assert.Equal("ch01_stage1", row.GetProperty("measure").GetString());
        Assert.Equal("2025-04-14", row.GetProperty("as_at").GetString());
        Assert.Equal(JsonValueKind.Number, row.GetProperty("value").ValueKind);
        Assert.Equal(["code-2024"], row.GetProperty("code_versions").EnumerateArray().Select(rule => rule.GetString()));
    }

    [Fact]
    public async Task A_count_has_no_denominator_and_an_undefined_rate_no_value()
    {
        using var json = JsonDocument.Parse(FigureJson.Text(await Table("stage1_made", "ch02_stage1")));
        JsonElement[] rows = [.. json.RootElement.EnumerateArray().Where(row => row.GetProperty("landlord").GetString() == "WCH4")];
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("denominator").ValueKind);
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("value").ValueKind);
        Assert.Equal("[U]", rows[1].GetProperty("display").GetString());
    }

    [Fact]
    public async Task CSV_has_the_same_fields_and_quotes_what_needs_it()
    {
        FigureTable table = await Table();
        using var writer = new StringWriter();
        FigureCsv.Write(table, writer);
        string[] lines = writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(table.Figures.Count + 1, lines.Length);
        Assert.StartsWith("landlord,landlord_name,stock_type,measure,numerator,denominator,value,display,unit,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",\"per 1,000 homes\",", lines[1], StringComparison.Ordinal);
    }

    private Task<FigureTable> Table(params string[] measures) => seeded.Engine.QueryAsync(
        new FigureQuery
        {
            Measures = measures.Length == 0 ? ["ch01_stage1"] : measures,
            GroupBy = ["landlord", "stock_type"],
            Years = [ReportingYear.Parse("2024/25")],
        },
        Principal.Demo,
        TestContext.Current.CancellationToken);
}
