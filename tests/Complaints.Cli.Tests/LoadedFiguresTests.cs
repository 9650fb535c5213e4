using System.Globalization;
using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>An extract that is late, poor or cut off never makes a figure wrong without a word.</summary>
public sealed class LoadedFiguresTests
{
    private const string Header = "case,stage,received,landlord,tenure\n";

    [Fact]
    public async Task A_bad_date_in_the_next_extract_leaves_the_figure_as_it_was_and_marks_it_incomplete()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder, Rows(18));
        await LoadAsync(folder, 0);
        Assert.Equal("18 / 1100 False 0", await Ch01Async(folder));

        await WriteAsync(folder, Rows(18).Replace("2024-04-07", "2024-04-31", StringComparison.Ordinal));
        await LoadAsync(folder, 4);
        Assert.Equal("18 / 1100 True 1", await Ch01Async(folder));
    }

    [Fact]
    public async Task A_slip_in_the_mapping_withdraws_nothing_even_where_a_person_lets_it_load()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder, Rows(43));
        await LoadAsync(folder, 0);
        await WriteAsync(folder, Rows(43).Replace(",1,", ",3,", StringComparison.Ordinal));

        await LoadAsync(folder, 3);
        Assert.Equal("43 / 1100 False 0", await Ch01Async(folder));
        await LoadAsync(folder, 4, "--allow-held-back");
        Assert.Equal("43 / 1100 True 43", await Ch01Async(folder));
    }

    [Fact]
    public async Task A_full_extract_of_one_row_is_refused_until_its_withdrawals_are_allowed()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder, Rows(43));
        await LoadAsync(folder, 0);
        await WriteAsync(folder, Rows(1));

        ProcessResult refused = await LoadAsync(folder, 3);
        Assert.Contains("would withdraw 42 of the 43 facts", refused.Messages, StringComparison.Ordinal);
        JsonElement plan = JsonDocument.Parse((await LoadAsync(folder, 0, "--dry-run", "--format", "json")).Output).RootElement;
        Assert.StartsWith(
            "This load would be refused.",
            Assert.Single(plan.GetProperty("notices").EnumerateArray()).GetString(),
            StringComparison.Ordinal);
        Assert.Equal("43 / 1100 False 0", await Ch01Async(folder));
        await LoadAsync(folder, 0, "--allow-withdrawals");
        Assert.Equal("1 / 1100 False 0", await Ch01Async(folder));
    }

    [Fact]
    public async Task A_count_has_its_share_of_the_total_beside_it_and_a_rate_is_refused_one()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder, Rows(18));
        await LoadAsync(folder, 0);
        string[] query = ["query", "--year", "2024/25", "--group-by", "month", "--skip-empty-periods", "--share", "month", "--measures"];

        string csv = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. query, "stage1_made", "--format", "csv"])).Expect(0).Output;
        Assert.EndsWith(",share,share_display,share_total", csv.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(",100,100.0,18\n", csv, StringComparison.Ordinal);
        string table = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. query, "stage1_made"])).Expect(0).Output;
        Assert.Contains("18 (100.0 %)", table, StringComparison.Ordinal);
        ProcessResult refused = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. query, "ch01_stage1"])).Expect(3);
        Assert.Contains("'ch01_stage1' has no share of a total", refused.Messages, StringComparison.Ordinal);
    }

    private static string Rows(int count) => Header + string.Concat(Enumerable.Range(0, count).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"C{i:D3},1,{new DateOnly(2024, 4, 2).AddDays(i):yyyy-MM-dd},4826,GN\n")));

    private static async Task<ProcessResult> LoadAsync(TemporaryFolder folder, int exitCode, params string[] options) =>
        (await CommandLineRun.ComplaintsAsync(folder.Path, ["load", "set", .. options])).Expect(exitCode);

    /// <summary>Stage 1 complaints, homes, whether the figure is marked incomplete, and rows held back.</summary>
    private static async Task<string> Ch01Async(TemporaryFolder folder)
    {
        ProcessResult run = await CommandLineRun.ComplaintsAsync(
            folder.Path, ["query", "--measures", "ch01_stage1", "--year", "2024/25", "--where", "stock_type=LCRA", "--format", "json"]);
        JsonElement figure = JsonDocument.Parse(run.Expect(0).Output).RootElement[0];
        return $"{figure.GetProperty("numerator")} / {figure.GetProperty("denominator")} "
            + $"{figure.GetProperty("incomplete").GetBoolean()} {figure.GetProperty("held_back_rows")}";
    }

    private static async Task WriteAsync(TemporaryFolder folder, string stages)
    {
        Directory.CreateDirectory(folder["set"]);
        (string Name, string Text)[] files =
        [
            ("landlords.csv", "code,name\n4826,Westward\n"),
            ("stock.csv", "type,end,homes\nLCRA,2025-03-31,1100\n"),
            ("stages.csv", stages),
            ("landlords.mapping.jsonc", """{ "mapping": "landlords", "source": { "system": "REG" }, "target": "landlord", "mode": "full", "columns": { "landlord_code": "code", "name": "name" } }"""),
            ("stock.mapping.jsonc", """{ "mapping": "stock", "source": { "system": "REG" }, "target": "stock", "mode": "full", "date_order": "ymd", "columns": { "stock_type": "type", "year_end": "end", "homes": "homes" }, "landlord": { "value": "4826" } }"""),
            ("stages.mapping.jsonc", """{ "mapping": "stages", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "ymd", "columns": { "case_reference": "case", "stage": "stage", "received_on": "received", "tenure_code": "tenure" }, "landlord": { "column": "landlord" }, "tenures": { "GN": "LCRA" } }"""),
            ("load.jsonc", """{ "load_set": "small", "extract_date": "2025-05-12", "files": [ { "file": "landlords.csv", "mapping": "landlords.mapping.jsonc" }, { "file": "stock.csv", "mapping": "stock.mapping.jsonc" }, { "file": "stages.csv", "mapping": "stages.mapping.jsonc" } ] }"""),
        ];
        foreach ((string name, string text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder["set"], name), text, TestContext.Current.CancellationToken);
        }
    }
}
