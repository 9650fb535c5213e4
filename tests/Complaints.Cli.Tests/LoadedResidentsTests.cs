using System.Globalization;
using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>Residents in bands, from their files to figures, and what no command tells of them.</summary>
public sealed class LoadedResidentsTests
{
    private const string Header = "Ref,Age,Ethnicity,Vulnerable,From\n";

    [Fact]
    public async Task The_profile_of_complaints_stands_beside_that_of_customers_and_a_second_load_changes_nothing()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder, Residents());
        for (int load = 0; load < 2; load++)
        {
            (await LoadAsync(folder)).Expect(0);
            Assert.Equal(
                ["25-34 24 60.0", "65+ 16 40.0"], await FiguresAsync(folder, "customers", "--group-by", "age_band", "--share", "age_band"));
            Assert.Equal(
                ["25-34 12 40.0", "65+ 12 40.0", "Not recorded 6 20.0"],
                await FiguresAsync(folder, "stage1_made", "--group-by", "age_band", "--share", "age_band"));
            // One resident of the forty is Roma and complained: she is hidden, and another band with her.
            Assert.Equal(
                ["Asian * -", "Not recorded 6 -", "Roma * -", "White 17 -"],
                await FiguresAsync(folder, "stage1_made", "--group-by", "ethnicity"));
            Assert.Equal(["* -"], await FiguresAsync(folder, "stage1_made", "--where", "ethnicity=Roma"));
        }
    }

    [Theory]
    [InlineData("cases", "A list of cases")]
    [InlineData("explain", "An explanation")]
    public async Task No_case_and_no_explanation_is_told_by_a_band(string command, string what)
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder, Residents());
        (await LoadAsync(folder)).Expect(0);
        string measure = command == "cases" ? "--measure" : "--measures";

        ProcessResult run = await CommandLineRun.ComplaintsAsync(
            folder.Path, command, measure, "stage1_made", "--year", "2024/25", "--where", "ethnicity=Roma");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains($"{what} is not told by 'ethnicity'", run.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("C0", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_printed_figure_by_a_band_or_of_customers_is_compared_with_none()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder, Residents());
        (await LoadAsync(folder)).Expect(0);
        await File.WriteAllTextAsync(
            folder["printed.csv"],
            "landlord_code,measure,period,filters,value_as_printed\n4826,stage1_made,2024/25,ethnicity=Roma,1\n4826,customers,2024/25,,40\n",
            TestContext.Current.CancellationToken);

        ProcessResult run = await CommandLineRun.ComplaintsAsync(
            folder.Path, "reconcile", "--published", "printed.csv", "--format", "json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["nothing_to_compare", "nothing_to_compare"],
            document.RootElement.GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("outcome").GetString()));
        Assert.Contains("special category data", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_held_back_tells_nothing_of_a_person_in_any_list_export_or_log()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder, Residents() + "P77,12/03/1975,Chinese,Recently bereaved,01/04/2020\n");
        List<ProcessResult> runs = [(await LoadAsync(folder)).Expect(4)];
        string others = Residents().Replace("P1,25-34,White", "P1,65+,Asian", StringComparison.Ordinal);
        await WriteAsync(folder, others + "P77,47,Chinese,No,01/04/2020\n");
        runs.Add((await LoadAsync(folder)).Expect(4));
        foreach (string[] command in (string[][])
        [
            ["quarantine", "list"], ["quarantine", "export", "--out", "held.csv"], ["worklist", "list"], ["loads"],
            ["loads", "show", "2"], ["loads", "show", "2", "--format", "json"],
        ])
        {
            runs.Add((await CommandLineRun.ComplaintsAsync(folder.Path, command)).Expect(0));
        }

        List<string> told = [.. runs.Select(run => run.Output + run.Messages)];
        foreach (string file in Directory.GetFiles(folder.Path, "held*.csv", SearchOption.AllDirectories))
        {
            told.Add(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        Assert.Contains(told, text => text.Contains("bad-band", StringComparison.Ordinal));
        Assert.Contains(told, text => text.Contains("[withheld]", StringComparison.Ordinal));
        foreach (string secret in (string[])["1975", "Chinese", "bereaved", "P77", "White", "Asian"])
        {
            Assert.All(told, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    private static Task<ProcessResult> LoadAsync(TemporaryFolder folder) => CommandLineRun.ComplaintsAsync(folder.Path, "load", "set");

    private static async Task<List<string>> FiguresAsync(TemporaryFolder folder, string measure, params string[] more)
    {
        ProcessResult run = await CommandLineRun.ComplaintsAsync(
            folder.Path, ["query", "--measures", measure, "--year", "2024/25", "--format", "json", .. more]);
        using var document = JsonDocument.Parse(run.Expect(0).Output);
        return
        [
            .. document.RootElement.EnumerateArray().Select(figure => string.Join(' ', new[]
            {
                more[0] == "--group-by" ? figure.GetProperty(more[1]).GetString() : null,
                figure.GetProperty("display").GetString(),
                figure.TryGetProperty("share_display", out JsonElement share) ? share.GetString() : "-",
            }.OfType<string>())),
        ];
    }

    // Forty customers; the first 24 of them complained, and six who are on no register.
    private static string Residents() => Header + string.Concat(Enumerable.Range(0, 40).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"P{i},{(i is < 12 or >= 28 ? "25-34" : "65+")},{(i == 5 ? "Roma" : i % 4 == 0 ? "Asian" : "White")},No,01/04/2020\n")));

    private static async Task WriteAsync(TemporaryFolder folder, string residents)
    {
        string set = Directory.CreateDirectory(folder["set"]).FullName;
        string stages = "case,stage,received,who\n" + string.Concat(Enumerable.Range(0, 30).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"C0{i},1,2024-05-10,{(i < 24 ? $"P{i}" : $"X{i}")}\n")));
        (string Name, string Csv, string Target, string Columns)[] files =
        [
            ("landlords", "code,name\n4826,Westward\n", "landlord", """ "landlord_code": "code", "name": "name" """),
            (
                "residents", residents, "resident",
                """
                "resident_reference": "Ref", "age_band": "Age", "ethnicity_band": "Ethnicity", "vulnerability_band": "Vulnerable",
                "valid_from": "From"
                """),
            (
                "stages", stages, "stage",
                """
                "case_reference": "case", "stage": "stage", "received_on": "received", "resident_reference": "who",
                "stock_type": { "value": "LCRA" }
                """),
        ];
        await CrmLoadSet.WriteAsync(set, "residents", files);
    }
}
