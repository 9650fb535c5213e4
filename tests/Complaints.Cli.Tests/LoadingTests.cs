using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

public sealed class LoadingTests
{
    [Fact]
    public async Task A_dry_run_shows_the_plan_and_changes_nothing_and_a_second_load_finds_nothing_new()
    {
        using TemporaryFolder folder = new();
        (await Complaints(folder, "generate", "--sample", "agent", "--homes", "500", "--out", "sample")).Expect(0);

        JsonElement plan = Json((await Complaints(folder, "load", "sample", "--dry-run", "--format", "json")).Expect(0));
        Assert.True(plan.GetProperty("dry_run").GetBoolean());
        Assert.True(Sum(plan, "added") > 0);
        (await Complaints(folder, "query", "--measures", "stage1_made")).Expect(3);
        Assert.Equal([folder["sample"]], Directory.EnumerateFileSystemEntries(folder.Path));

        JsonElement first = Json((await Complaints(folder, "load", "sample", "--format", "json")).Expect(0));
        JsonElement again = Json((await Complaints(folder, "load", "sample", "--format", "json")).Expect(0));
        Assert.Equal(Sum(plan, "added"), Sum(first, "added"));
        Assert.Equal(Sum(first, "rows_read"), Sum(again, "rows_unchanged"));
        Assert.Equal(0, Sum(again, "added") + Sum(again, "changed") + Sum(again, "closed") + Sum(again, "withdrawn"));
    }

    [Fact]
    public async Task A_file_whose_name_has_a_comma_is_one_cell_of_the_summary()
    {
        using TemporaryFolder folder = new();
        (await Complaints(folder, "generate", "--sample", "agent", "--homes", "500", "--out", "sample")).Expect(0);
        string landlords = Directory.EnumerateFiles(folder["sample"], "*landlords*.csv").Single();
        File.Copy(landlords, folder["landlords, May.csv"]);

        ProcessResult load = await Complaints(
            folder,
            "load",
            "landlords, May.csv",
            "--mapping",
            Directory.EnumerateFiles(folder["sample"], "*landlords*.jsonc").Single(),
            "--format",
            "csv");

        string[] lines = load.Expect(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\"landlords, May.csv\",landlord,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_load_leaves_no_warehouse_and_a_data_file_alone_asks_for_its_mapping()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder["cases.csv"], "Case,Received\nC1,01/02/2024\n", TestContext.Current.CancellationToken);

        ProcessResult refused = (await Complaints(folder, "load", "cases.csv", "--warehouse", "w")).Expect(3);

        Assert.Contains("--mapping", refused.Messages, StringComparison.Ordinal);
        Assert.Equal([folder["cases.csv"]], Directory.EnumerateFileSystemEntries(folder.Path));
        Directory.CreateDirectory(folder["w"]);
        (await Complaints(folder, "load", "nothing", "--warehouse", "w")).Expect(3);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["w"]));
        Assert.Contains(
            "There is no warehouse",
            (await Complaints(folder, "quarantine", "list", "--warehouse", "w")).Expect(3).Messages,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_dismissed_by_its_id_with_a_reason()
    {
        using TemporaryFolder folder = new();
        (await Complaints(folder, "generate", "--sample", "agent", "--faults", "--homes", "2000", "--out", "sample")).Expect(0);
        Assert.True(File.Exists(folder["sample/mapping.schema.json"]));
        (await Complaints(folder, "load", "sample")).Expect(4);
        JsonElement[] open = [.. Json((await Complaints(folder, "quarantine", "list", "--format", "json")).Expect(0)).EnumerateArray()];
        string id = open[0].GetProperty("id").GetRawText();

        (await Complaints(folder, "quarantine", "dismiss", id)).Expect(2);
        (await Complaints(folder, "quarantine", "dismiss", id, "--reason", "a test case", "--by", "J. Smith")).Expect(0);
        (await Complaints(folder, "quarantine", "dismiss", id, "--reason", "again")).Expect(3);

        JsonElement entry = Json((await Complaints(folder, "quarantine", "list", "--status", "dismissed", "--format", "json")).Expect(0))
            .EnumerateArray()
            .Single();
        Assert.Equal("a test case", entry.GetProperty("dismissal").GetProperty("reason").GetString());
        Assert.Equal(
            open.Length - 1, Json((await Complaints(folder, "quarantine", "list", "--format", "json")).Expect(0)).GetArrayLength());
    }

    [Fact]
    public async Task What_a_person_accepts_from_the_worklist_is_loaded_and_nothing_else_is()
    {
        using TemporaryFolder folder = new();
        (await Complaints(folder, "generate", "--sample", "agent", "--faults", "--homes", "2000", "--out", "sample")).Expect(0);
        (await Complaints(folder, "load", "sample")).Expect(4);
        (await Complaints(folder, "worklist", "export", "--out", "review.csv")).Expect(0);

        string[] lines = await File.ReadAllLinesAsync(folder["review.csv"], TestContext.Current.CancellationToken);
        int before = await WorklistAsync(folder);
        ProcessResult undecided = (await Complaints(folder, "load", "sample", "--accept", "review.csv")).Expect(4);
        Assert.Contains($"0 lines used, {lines.Length - 1} undecided", undecided.Output, StringComparison.Ordinal);
        Assert.Equal(before, await WorklistAsync(folder));

        // The person decides on one line: who and when are filled in, the day as a spreadsheet saves it.
        string decided = lines.Skip(1).First(line => line.Split(',')[2].Length > 0);
        string[] cells = decided.Split(',');
        cells[5] = "J. Reviewer";
        cells[6] = "01/07/2025";
        await File.WriteAllLinesAsync(
            folder["review.csv"],
            lines.Select(line => line == decided ? string.Join(',', cells) : line),
            TestContext.Current.CancellationToken);

        (await Complaints(folder, "load", "sample", "--accept", "review.csv")).Expect(4);
        Assert.Equal(before - 1, await WorklistAsync(folder));
    }

    [Fact]
    public async Task Rows_mended_in_an_export_of_the_quarantine_load_when_they_are_replayed()
    {
        using TemporaryFolder folder = new();
        (await Complaints(folder, "generate", "--sample", "agent", "--faults", "--homes", "2000", "--out", "sample")).Expect(0);
        (await Complaints(folder, "load", "sample")).Expect(4);
        (
            await Complaints(
                folder,
                "quarantine",
                "export",
                "--rule",
                "unknown-stage",
                "--file",
                "crm-complaints.csv",
                "--out",
                "mend.csv")).Expect(0);

        string[] held = await File.ReadAllLinesAsync(folder["mend.csv"], TestContext.Current.CancellationToken);
        const string Wrong = ",Stage 0,";
        Assert.All(held[1..], line => Assert.Contains(Wrong, line, StringComparison.Ordinal));
        await File.WriteAllLinesAsync(
            folder["mend.csv"],
            held.Select(line => line.Replace(Wrong, ",Stage 1,", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);
        string mapping = Directory.EnumerateFiles(folder["sample"], "crm-complaints*.jsonc").Single();
        JsonElement replay = Json(
            (await Complaints(folder, "quarantine", "replay", "mend.csv", "--mapping", mapping, "--format", "json")).Expect(0));

        Assert.Equal(held.Length - 1, Sum(replay, "rows_loaded"));
        JsonElement open = Json(
            (
                await Complaints(
                    folder,
                    "quarantine",
                    "list",
                    "--rule",
                    "unknown-stage",
                    "--file",
                    "crm-complaints.csv",
                    "--format",
                    "json")).Expect(0));
        Assert.Equal(0, open.GetArrayLength());
        JsonElement replayed = Json((await Complaints(folder, "quarantine", "list", "--status", "replayed", "--format", "json")).Expect(0));
        Assert.Equal(held.Length - 1, replayed.GetArrayLength());
        Assert.All(
            replayed.EnumerateArray(),
            entry => Assert.Equal(replay.GetProperty("load_id").GetInt32(), entry.GetProperty("resolved_by_load").GetInt32()));
        (await Complaints(folder, "quarantine", "list", "--status", "mended")).Expect(2);
    }

    private static Task<ProcessResult> Complaints(TemporaryFolder folder, params string[] arguments) =>
        CommandLineRun.ComplaintsAsync(folder.Path, arguments);

    private static JsonElement Json(ProcessResult run) => JsonDocument.Parse(run.Output).RootElement;

    private static long Sum(JsonElement outcome, string field) =>
        outcome.GetProperty("files").EnumerateArray().Sum(file => file.GetProperty(field).GetInt64());

    private static async Task<int> WorklistAsync(TemporaryFolder folder) =>
        Json((await Complaints(folder, "worklist", "list", "--format", "json")).Expect(0)).GetArrayLength();
}
