using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Extract;

namespace Complaints.Etl.Tests.Loading;

/// <summary>Rows that stand wrong in their file, through a whole load: each is held back by name, and no other is lost.</summary>
public sealed class HeldBackFormTests
{
    [Fact]
    public async Task Rows_behind_a_stray_quotation_mark_load_and_its_own_row_is_held_back()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string[] rows = SmallSet.Rows(6).TrimEnd().Split('\n');
        (rows[1], rows[4]) = (rows[1] + ",\"6ft fence", rows[4] + ",12\" pipe");
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] += i is 1 or 4 ? "" : ",plain";
        }

        SmallSet.Write(test, SmallSet.Header + ",Notes\n" + string.Join('\n', rows) + "\n");
        LoadOutcome outcome = await test.LoadAsync();

        Assert.NotEqual(0, outcome.RowsQuarantined);
        Assert.Equal(["5"], await test.QueryAsync("SELECT COUNT(*) FROM fact_stage"));
        Assert.Equal(["3|stray-quote"], await test.QueryAsync("SELECT line, rule_id FROM load_quarantine"));
    }

    [Fact]
    public async Task A_failed_cell_of_a_mapped_column_is_held_back_in_a_workbook_as_in_a_text()
    {
        const string error = "C00001,1,02/04/2024,,,#N/A,Upheld,4826,SEC";
        const string asset = "#REF!,1,02/04/2024,,,,Upheld,4826,SEC";
        string[] lines = [SmallSet.Header, error, asset, .. SmallSet.Rows(30, 10).TrimEnd().Split('\n')];
        foreach (bool workbook in (bool[])[false, true])
        {
            await using TestWarehouse test = await TestWarehouse.CreateAsync();
            SmallSet.Write(test, string.Join('\n', lines) + "\n");
            if (workbook)
            {
                File.Delete(Path.Combine(test.SetFolder, "stages.csv"));
                string sheet = TestWorkbook.SheetXml(lines.Select(line => line.Split(',')))
                    .Replace("t=\"inlineStr\"><is><t xml:space=\"preserve\">#N/A</t></is>", "t=\"e\"><v>#N/A</v>", StringComparison.Ordinal)
                    .Replace("t=\"inlineStr\"><is><t xml:space=\"preserve\">#REF!</t></is>", "t=\"e\"><v>#REF!</v>", StringComparison.Ordinal);
                await File.WriteAllBytesAsync(
                    Path.Combine(test.SetFolder, "stages.xlsx"), TestWorkbook.Of(sheet), TestContext.Current.CancellationToken);
                SmallSet.WriteManifest(test, ("stages.xlsx", "stages.mapping.jsonc"));
            }

            await test.LoadAsync();

            Assert.Equal(
                ["2|error-cell|#N/A", "3|error-cell|#REF!"],
                await test.QueryAsync("SELECT line, rule_id, value FROM load_quarantine ORDER BY line"));
        }
    }

    [Fact]
    public async Task Rows_of_a_report_are_held_back_by_name_or_left_out_where_the_mapping_says_so()
    {
        string text = SmallSet.Header + "\n" + SmallSet.Rows(30) + "Total cases,,,,,,,,30\nEnd of report\n";
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, text);
        await test.LoadAsync();
        Assert.Equal(["report-footer", "total-row"], await test.QueryAsync("SELECT rule_id FROM load_quarantine ORDER BY rule_id"));

        await using TestWarehouse other = await TestWarehouse.CreateAsync();
        SmallSet.Write(other, text, SmallSet.StageMapping(source: ", \"leave_out\": [\"totals\", \"footers\"]"));
        LoadOutcome outcome = await other.LoadAsync();

        Assert.Equal(0, outcome.RowsQuarantined);
        Assert.Equal(2, outcome.Files.Single(file => file.FileName == "stages.csv").CorrectedByRule["left-out"]);
        Assert.Equal(["30"], await other.QueryAsync("SELECT COUNT(*) FROM fact_stage"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("_column1")]
    [InlineData("#1")]
    public async Task A_column_without_a_name_can_be_mapped(string name)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(
            test,
            SmallSet.Header.Replace("Case,", ",", StringComparison.Ordinal) + "\n" + SmallSet.Rows(3),
            SmallSet.StageMapping().Replace("\"Case\"", $"\"{name}\"", StringComparison.Ordinal));
        await test.LoadAsync();

        Assert.Equal(["3"], await test.QueryAsync("SELECT COUNT(*) FROM fact_stage"));
    }

    [Fact]
    public async Task Several_columns_without_a_name_are_told_apart_by_their_places()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string text = SmallSet.Header.Replace(
            "Case,", ",", StringComparison.Ordinal).Replace("Logged", "", StringComparison.Ordinal) + "\n" + SmallSet.Rows(3);
        string mapping = SmallSet.StageMapping().Replace("\"Logged\"", "\"#4\"", StringComparison.Ordinal);
        SmallSet.Write(test, text, mapping.Replace("\"Case\"", "\"\"", StringComparison.Ordinal));

        UserException refused = await Assert.ThrowsAsync<UserException>(() => test.LoadAsync());

        Assert.Contains("write '#1' or '#4'", refused.Fix, StringComparison.Ordinal);
        SmallSet.Write(test, text, mapping.Replace("\"Case\"", "\"#1\"", StringComparison.Ordinal));
        await test.LoadAsync();
        Assert.Equal(["3"], await test.QueryAsync("SELECT COUNT(*) FROM fact_stage"));
    }
}
