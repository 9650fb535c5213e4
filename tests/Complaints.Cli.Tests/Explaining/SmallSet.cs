using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Explaining;

/// <summary>A load set of one landlord and a source without a day of logging, small enough to be counted by hand.</summary>
internal static class SmallSet
{
    public const string Header = "case,stage,received,answered,status,landlord,tenure\n";

    /// <summary>Of stage 1 in 2023/24: one in time, one late, one refused, one of a leaseholder; and a stage 2.</summary>
    public const string Stages = Header
        + "C1,1,2023-05-02,2023-05-12,accepted,4826,GN\n"
        + "C2,1,2023-05-02,2023-06-12,accepted,4826,GN\n"
        + "C3,1,2023-05-02,,refused,4826,GN\n"
        + "C4,1,2023-05-02,2023-05-12,accepted,4826,LH\n"
        + "C2,2,2023-07-03,2023-07-12,accepted,4826,GN\n";

    /// <summary>Writes the set, and loads it.</summary>
    public static Task LoadAsync(TemporaryFolder folder, string stages, string day, params string[] options) =>
        LoadAsync(folder, stages, day, homes: 1_000, options);

    /// <summary>Writes the set with so many homes and the promise of its complaints, and loads it.</summary>
    public static async Task LoadAsync(
        TemporaryFolder folder, string stages, string day, int homes, string[] options, int? freshForDays = null)
    {
        Directory.CreateDirectory(folder["set"]);
        (string Name, string Text)[] files =
        [
            ("landlords.csv", "code,name\n4826,Westward\n"),
            ("stock.csv", $"type,end,homes\nLCRA,2024-03-31,{homes}\n"),
            ("stages.csv", stages),
            ("landlords.mapping.jsonc", """{ "mapping": "landlords", "source": { "system": "REG" }, "target": "landlord", "mode": "full", "columns": { "landlord_code": "code", "name": "name" } }"""),
            ("stock.mapping.jsonc", """{ "mapping": "stock", "source": { "system": "REG" }, "target": "stock", "mode": "full", "date_order": "ymd", "columns": { "stock_type": "type", "year_end": "end", "homes": "homes" }, "landlord": { "value": "4826" } }"""),
            ("stages.mapping.jsonc", """{ "mapping": "stages", "source": { "system": "CRM"PROMISE }, "target": "stage", "mode": "full", "date_order": "ymd", "columns": { "case_reference": "case", "stage": "stage", "received_on": "received", "responded_on": "answered", "status": "status", "tenure_code": "tenure" }, "landlord": { "column": "landlord" }, "tenures": { "GN": "LCRA", "LH": "NEITHER" } }"""),
            ("load.jsonc", $$"""{ "load_set": "small", "extract_date": "{{day}}", "files": [ { "file": "landlords.csv", "mapping": "landlords.mapping.jsonc" }, { "file": "stock.csv", "mapping": "stock.mapping.jsonc" }, { "file": "stages.csv", "mapping": "stages.mapping.jsonc" } ] }"""),
        ];
        string promise = freshForDays is int days ? $", \"fresh_for_days\": {days}" : "";
        foreach ((string name, string text) in files)
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder["set"], name),
                text.Replace("PROMISE", promise, StringComparison.Ordinal),
                TestContext.Current.CancellationToken);
        }

        ProcessResult run = await CommandLineRun.ComplaintsAsync(folder.Path, ["load", "set", .. options]);
        Assert.True(run.ExitCode is 0 or 4, run.Messages);
    }
}
