using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>
/// Cells of an extract once reached the terminal and the spreadsheet as they were: escape sequences moved the cursor, formulas ran.
/// </summary>
public sealed class HarmlessOutputTests
{
    private const string Mapping =
        """{ "mapping": "m", "version": 1, "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": { "value": "1" }, "received_on": "Received", "category": "Category", "stock_type": { "value": "LCRA" } }, "landlord": { "value": "4826" } }""";

    [Fact]
    public async Task What_is_held_back_is_shown_without_acting_and_comes_back_from_an_export_as_it_was()
    {
        using TemporaryFolder folder = new();
        await WriteAsync(folder["landlords.csv"], "code,name\n4826,One\n");
        await WriteAsync(
            folder["landlords.mapping.jsonc"],
            """{ "mapping": "l", "source": { "system": "REG" }, "target": "landlord", "mode": "full", "columns": { "landlord_code": "code", "name": "name" } }""");
        await WriteAsync(folder["cases.csv"], "Case,Received,Category\n=1+1,3x/04/2024,\u001B[2Jred\nC2,04/04/2024,\u202Eevil\n-5,99/99/2024,plain\nC4,05/04/2024,plain\n");
        await WriteAsync(folder["cases.mapping.jsonc"], Mapping);
        await RunAsync(folder, 0, "load", "landlords.csv", "--mapping", "landlords.mapping.jsonc", "--extract-date", "2024-06-30");
        await RunAsync(
            folder,
            4,
            "load",
            "cases.csv",
            "--mapping",
            "cases.mapping.jsonc",
            "--extract-date",
            "2024-06-30",
            "--allow-held-back");

        string[][] commands =
        [
            ["quarantine", "list"],
            ["quarantine", "list", "--format", "json"],
            ["query", "-m", "stage1_made", "-g", "category"],
            ["query", "-m", "stage1_made", "-g", "category", "--format", "csv"],
        ];
        foreach (string[] command in commands)
        {
            ProcessResult shown = await RunAsync(folder, 0, command);
            Assert.DoesNotContain(shown.Output, c => c is '\u001B' or '\u202E' || char.IsBetween(c, '\u0080', '\u009F'));
        }

        await RunAsync(folder, 0, "quarantine", "export", "--out", "held.csv");
        string export = await File.ReadAllTextAsync(folder["held.csv"], TestContext.Current.CancellationToken);
        Assert.Contains("\n'=1+1,", export, StringComparison.Ordinal);
        Assert.Contains("\n-5,", export, StringComparison.Ordinal);
        Assert.Contains("\\u001B[2Jred", export, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', export);
        await WriteAsync(folder["held.csv"], export.Replace("3x/04/2024", "03/04/2024", StringComparison.Ordinal));
        await RunAsync(folder, 4, "quarantine", "replay", "held.csv", "--mapping", "cases.mapping.jsonc");
        JsonElement[] entries =
        [
            .. JsonDocument.Parse(
                (await RunAsync(folder, 0, "quarantine", "list", "--all", "--format", "json")).Output).RootElement.EnumerateArray(),
        ];
        string keys = string.Join("|", entries.Select(entry => entry.GetProperty("raw").GetString()));
        Assert.Contains("=1+1", keys, StringComparison.Ordinal);
        Assert.DoesNotContain("'=1+1", keys, StringComparison.Ordinal);
        Assert.Contains(
            JsonDocument.Parse((await RunAsync(folder, 0, "query", "-m", "stage1_made", "-g", "category", "--format", "json")).Output)
                .RootElement.EnumerateArray(),
            row => row.GetProperty("category").GetString() == "\u001B[2Jred");
        Assert.Contains(
            "plain",
            (await RunAsync(folder, 0, "query", "-m", "stage1_made", "-g", "category", "--format", "csv")).Output,
            StringComparison.Ordinal);
    }

    private static async Task<ProcessResult> RunAsync(TemporaryFolder folder, int exitCode, params string[] arguments) =>
        (await CommandLineRun.ComplaintsAsync(folder.Path, arguments)).Expect(exitCode);

    private static Task WriteAsync(string path, string text) => File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
}
