using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Conform;

/// <summary>Rows that are no rows of the extract are left out for good where the mapping says so, by column and value.</summary>
public sealed class RowFilterTests
{
    private const string Sound = "K1,1,02/04/2024,,,,,4826,SEC";
    private const string Footers = "Grand Totals (1),,,,,,,,\n" + SmallSet.Header + "\nPrinted by A N Other on 4 June\n";

    [Fact]
    public async Task Rows_that_the_mapping_skips_are_left_out_and_counted()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, $"{SmallSet.Header}\n{Sound}\n{Footers}", SmallSet.StageMapping(more: """, "rows": { "skip": { "Case": ["grand totals*", "Case", "Printed by*"] } }"""));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((0L, 1L), (outcome.RowsQuarantined, outcome.Files[1].RowsRead));
        Assert.Equal(3, outcome.Files[1].RowsLeftOut.Values.Sum());
        Assert.StartsWith("stages.csv: 3 rows left out by the mapping's 'rows': skip 'Case': 'grand totals*' (1)", Assert.Single(outcome.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_rows_of_several_kinds_the_mapping_keeps_some()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            $"{SmallSet.Header}\n{Sound}\nX1,1,02/04/2024,,,,,4826,GAR\nX2,1,02/04/2024,,,,,,\n",
            SmallSet.StageMapping(more: """, "rows": { "only": { "Tenure": ["SEC", "AST"] }, "skip": { "Landlord": "" } }"""));

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(["K1"], await test.QueryAsync("SELECT case_reference FROM fact_stage"));
        Assert.Equal(2, outcome.Files[1].RowsLeftOut.Values.Sum());
    }

    // A row whose kind could not be told was left out beside the enquiries: a complaint less, with a count alone.
    [Theory]
    [InlineData("only")]
    [InlineData("skip")]
    public async Task A_row_whose_filter_cell_failed_is_held_back_with_the_error_shown(string filter)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string[] kinds = ["Complaint", "#REF!", "Enquiry", "#NV", "Err:508", "", "Rec\uFFFDived"];
        string[] values = filter == "only" ? ["complaint"] : ["Enquiry", ""];
        string list = string.Join(", ", values.Select(value => $"\"{value}\""));
        WriteKinds(test, kinds, $"\"{filter}\": {{ \"Kind\": [{list}] }}");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(["C0"], await test.QueryAsync("SELECT case_reference FROM fact_stage"));
        Assert.Equal(2, outcome.Files[1].RowsLeftOut.Values.Sum());
        Assert.Equal(
            ["error-cell|Kind|#REF!|C1/1", "error-cell|Kind|#NV|C3/1", "error-cell|Kind|Err:508|C4/1", "mojibake|Kind|Rec\uFFFDived|C6/1"],
            await test.QueryAsync("SELECT rule_id, column_name, value, row_key FROM load_quarantine ORDER BY line"));
    }

    [Fact]
    public async Task An_error_that_the_mapping_names_tells_what_the_row_is()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteKinds(test, ["#N/A", "#REF!", "Complaint"], """ "only": { "Kind": ["Complaint", "#REF!"] }, "skip": { "Kind": "#N/A" }""");

        await test.LoadAsync();

        Assert.Equal(["C1", "C2"], await test.QueryAsync("SELECT case_reference FROM fact_stage ORDER BY 1"));
        Assert.Empty(await test.QueryAsync("SELECT rule_id FROM load_quarantine"));
    }

    [Fact]
    public async Task A_row_that_another_column_leaves_out_needs_no_cell_that_failed()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteKinds(test, ["#N/A", "Complaint"], """ "only": { "Kind": "Complaint" }, "skip": { "Case": "C0" }""");

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal((0L, 1L), (outcome.RowsQuarantined, outcome.Files[1].RowsLeftOut.Values.Sum()));
    }

    // A character that nobody sees stands within a word or between two; blanks in the mapping were compared as they stood.
    [Fact]
    public async Task Cells_and_values_of_a_filter_are_compared_as_they_are_seen()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        WriteKinds(
            test,
            ["Formal\u200Bcomplaint", "For\u00ADmal\u00A0complaint", "Formal  complaint", "Enquiry", "Formal\u0008complaint"],
            """ "only": { "Kind": "formal  complaint" }""");

        await test.LoadAsync();

        Assert.Equal(["C0", "C1", "C2"], await test.QueryAsync("SELECT case_reference FROM fact_stage ORDER BY 1"));
        Assert.Equal(["invisible-character|C4/1"], await test.QueryAsync("SELECT rule_id, row_key FROM load_quarantine"));
    }

    private static void WriteKinds(TestWarehouse test, string[] kinds, string filter) => SmallSet.Write(
        test,
        SmallSet.Header + ",Kind\n" + string.Concat(kinds.Select((kind, i) => $"C{i},1,02/04/2024,,,,,4826,SEC,{kind}\n")),
        SmallSet.StageMapping(more: $", \"rows\": {{ {filter} }}"));
}
