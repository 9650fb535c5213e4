using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Explaining;

/// <summary>A figure that differs from last month's has its cause in a load, and the load tells it.</summary>
public sealed class LoadsCommandTests
{
    [Fact]
    public async Task The_loads_are_listed_with_what_became_of_every_row()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        await SmallSet.LoadAsync(folder, Later, "2024-06-30", "--allow-changes", "--allow-withdrawals");
        JsonElement[] loads = [.. (await JsonAsync(folder, "loads")).EnumerateArray()];
        Assert.Equal([2, 1], loads.Select(load => load.GetProperty("load").GetInt32()));
        Assert.Equal("2024-06-30", loads[0].GetProperty("extract_date").GetString());
        Assert.Equal(
            (8, 2, 5, 1),
            (
                Number(loads[0], "rows_read"),
                Number(loads[0], "rows_loaded"),
                Number(loads[0], "rows_unchanged"),
                Number(loads[0], "rows_held_back")));
        JsonElement stages = loads[0]
            .GetProperty("files")
            .EnumerateArray()
            .Single(file => file.GetProperty("file").GetString() == "stages.csv");
        Assert.Equal(("stage", "CRM", "full"), (Text(stages, "target"), Text(stages, "source"), Text(stages, "mode")));

        string table = (await CommandLineRun.ComplaintsAsync(folder.Path, "loads")).Expect(0).Output;
        Assert.Contains("stage of CRM, full", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_tells_what_it_changed_old_and_new_and_what_it_took_away()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        await SmallSet.LoadAsync(folder, Later, "2024-06-30", "--allow-changes", "--allow-withdrawals");
        JsonElement changes = await JsonAsync(folder, "loads", "show", "2");
        Assert.Equal(
            """{"added":1,"changed":1,"withdrawn":1}""", JsonSerializer.Serialize(changes.GetProperty("stages")));
        Assert.Equal("bad-date", Text(Assert.Single(changes.GetProperty("held_back").EnumerateArray()), "rule"));
        JsonElement changed = changes.GetProperty("changes").EnumerateArray().Single(change => Text(change, "fate") == "changed");
        JsonElement answered = changed.GetProperty("fields").EnumerateArray().Single(field => Text(field, "field") == "responded_on");
        Assert.Equal(("C2", "2023-06-12", "2023-05-15"), (Text(changed, "case_reference"), Text(answered, "old"), Text(answered, "new")));
        Assert.Equal(
            "C4",
            Text(changes.GetProperty("changes").EnumerateArray().Single(change => Text(change, "fate") == "withdrawn"), "case_reference"));
    }

    [Fact]
    public async Task A_load_tells_what_it_did_to_records_of_every_kind()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        const string mapping = """{ "mapping": "contacts", "source": { "system": "CRM" }, "target": "contact", "mode": "full", "date_order": "ymd", "columns": { "contact_reference": "ref", "kind": "kind", "received_on": "received", "responded_on": "answered" }, "landlord": { "value": "4826" } }""";
        await LoadContactsAsync("K1,service_request,2024-04-02,\nK2,compliment,2024-04-03,\nK3,service_request,2024-04-04,\n");
        await LoadContactsAsync("K1,service_request,2024-04-02,2024-04-09\nK2,compliment,2024-04-03,\nK4,compliment,2024-04-05,\n");
        Assert.Equal("contact: added 3", Of(await JsonAsync(folder, "loads", "show", "2")));
        Assert.Equal("contact: added 1, changed 1, withdrawn 1", Of(await JsonAsync(folder, "loads", "show", "3")));
        Assert.Equal("landlord: added 1", Of(await JsonAsync(folder, "loads", "show", "1")));
        string text = (await CommandLineRun.ComplaintsAsync(folder.Path, "loads", "show", "3")).Expect(0).Output;
        Assert.Contains("Records of the kind contact: 1 added, 1 changed, 1 withdrawn.", text, StringComparison.Ordinal);

        async Task LoadContactsAsync(string rows)
        {
            CancellationToken ct = TestContext.Current.CancellationToken;
            await File.WriteAllTextAsync(folder["contacts.csv"], "ref,kind,received,answered\n" + rows, ct);
            await File.WriteAllTextAsync(folder["contacts.mapping.jsonc"], mapping, ct);
            ProcessResult run = await CommandLineRun.ComplaintsAsync(
                folder.Path,
                [
                    "load", "contacts.csv", "--mapping", "contacts.mapping.jsonc", "--extract-date", "2024-05-31",
                    "--allow-changes", "--allow-withdrawals",
                ]);
            Assert.True(run.ExitCode == 0, run.Messages);
        }

        static string Of(JsonElement changes) => string.Join("; ", changes.GetProperty("records").EnumerateArray().Select(Told));

        static string Told(JsonElement records)
        {
            IEnumerable<JsonProperty> fates = records.GetProperty("by_fate").EnumerateObject();
            return $"{Text(records, "target")}: {string.Join(", ", fates.Select(fate => $"{fate.Name} {fate.Value}"))}";
        }
    }

    [Fact]
    public async Task A_count_of_homes_that_a_load_restates_is_told_old_and_new()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-06-30", homes: 1_200, options: []);
        JsonElement homes = Assert.Single((await JsonAsync(folder, "loads", "show", "2")).GetProperty("homes").EnumerateArray());
        Assert.Equal(
            ("4826", "2023/24", 1_000, 1_200), (Text(homes, "landlord"), Text(homes, "year"), Number(homes, "old"), Number(homes, "new")));
        Assert.Contains(
            "Homes of 4826, LCRA, 2023/24: 1,000 to 1,200.",
            (await CommandLineRun.ComplaintsAsync(folder.Path, "loads", "show", "2")).Expect(0).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_told_with_every_field_and_a_case_that_the_load_left_alone_is_refused()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        await SmallSet.LoadAsync(folder, Later, "2024-06-30", "--allow-changes", "--allow-withdrawals");
        string text = (await CommandLineRun.ComplaintsAsync(folder.Path, "loads", "show", "2", "--case", "C5")).Expect(0).Output;
        Assert.Contains("received on", text, StringComparison.Ordinal);
        Assert.Contains("1 stage.", text, StringComparison.Ordinal);

        ProcessResult refused = (await CommandLineRun.ComplaintsAsync(folder.Path, "loads", "show", "2", "--case", "C1")).Expect(3);
        Assert.Contains("Load 2 did nothing to a case 'C1'", refused.Messages, StringComparison.Ordinal);
        Assert.Contains(
            "1 to 2",
            (await CommandLineRun.ComplaintsAsync(folder.Path, "loads", "show", "9")).Expect(3).Messages,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_see_every_landlords_cases_is_told_of_no_load()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        foreach (string[] reader in (string[][])[["--role", "viewer"], ["--role", "sector"], ["--role", "analyst", "--scope", "4826"]])
        {
            foreach (string[] command in (string[][])[["loads"], ["loads", "show", "1"], ["loads", "show", "1", "--case", "C1"]])
            {
                ProcessResult run = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. command, .. reader])).Expect(3);
                Assert.Empty(run.Output);
            }
        }
    }

    // C2 was answered earlier than it was said to be, C4 is gone, C5 is new, and C6 has no day that can be read.
    private const string Later = SmallSet.Header
        + "C1,1,2023-05-02,2023-05-12,accepted,4826,GN\n"
        + "C2,1,2023-05-02,2023-05-15,accepted,4826,GN\n"
        + "C3,1,2023-05-02,,refused,4826,GN\n"
        + "C2,2,2023-07-03,2023-07-12,accepted,4826,GN\n"
        + "C5,1,2023-06-02,,accepted,4826,GN\n"
        + "C6,1,2023-13-02,,accepted,4826,GN\n";

    private static async Task<JsonElement> JsonAsync(TemporaryFolder folder, params string[] command)
    {
        string output = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. command, "--format", "json"])).Expect(0).Output;
        return JsonDocument.Parse(output).RootElement.Clone();
    }

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
