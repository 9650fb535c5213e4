using Complaints.Domain.Errors;
using Complaints.Etl.Loading;
using Complaints.Etl.Quarantine;

namespace Complaints.Etl.Tests.Loading;

public sealed class ReplayTests
{
    private const string Entries = "SELECT quarantine_id, file_name, rule_id, status FROM load_quarantine ORDER BY quarantine_id";

    [Fact]
    public async Task A_replayed_row_that_fails_again_stays_one_entry_and_not_two()
    {
        await using TestWarehouse test = await LoadedAsync("A,1,31/02/2024,,,,,4826,SEC\nB,1,31/02/2024,,,,,4826,SEC\n");
        string export = await ExportAsync(test);

        // A is left as it was; B is given another fault.
        await ReplayAsync(test, export, text => text.Replace("B,1,31/02/2024", "B,1,30/02/2024", StringComparison.Ordinal));

        Assert.Equal(["1|stages.csv|bad-date|open", "2|stages.csv|bad-date|superseded"], (await test.QueryAsync(Entries)).Take(2));
        Assert.EndsWith("mend.csv|bad-date|open", Assert.Single((await test.QueryAsync(Entries)).Skip(2)));
    }

    [Fact]
    public async Task A_row_mended_under_a_new_key_settles_the_entry_it_came_from()
    {
        await using TestWarehouse test = await LoadedAsync(",1,02/04/2024,,,,,4826,SEC\n");
        string export = await ExportAsync(test);

        await ReplayAsync(test, export, text => text.Replace("\n,1,", "\nNEW,1,", StringComparison.Ordinal));

        Assert.Equal(["1|stages.csv|missing-key|replayed"], await test.QueryAsync(Entries));
        Assert.Contains("NEW|1", await test.QueryAsync("SELECT case_reference, stage FROM fact_stage"));
    }

    // The mended row took the place of a case that its own extract states beside it: ten rows, nine counted, and complete.
    [Theory]
    [InlineData("full")]
    [InlineData("incremental")]
    public async Task A_row_mended_to_the_reference_of_another_row_of_its_extract_is_refused(string mode)
    {
        await using TestWarehouse test = await LoadedAsync("1.5E+11,1,02/05/2023,,,,,4826,SEC\n", mode);
        string export = await ExportAsync(test);

        UserException refused = await Assert.ThrowsAsync<UserException>(
            () => ReplayAsync(test, export, text => text.Replace("1.5E+11", "C00002", StringComparison.Ordinal)));

        Assert.Contains("'C00002'", refused.What, StringComparison.Ordinal);
        Assert.EndsWith("line 2", refused.Where, StringComparison.Ordinal);
        Assert.Equal(["3"], await test.QueryAsync("SELECT COUNT(*) FROM fact_stage WHERE recorded_to_load = 2147483647"));
        Assert.Single(await OpenAsync(test));
    }

    // The newer extract spoilt the reference of a case that an older one gave.
    [Fact]
    public async Task A_row_mended_to_the_reference_of_a_case_that_its_incremental_extract_does_not_state_restates_it()
    {
        await using TestWarehouse test = await LoadedAsync("", "incremental");
        SmallSet.Write(test, $"{SmallSet.Header}\n1.5E+11,1,02/05/2024,,,,,4826,SEC\n", SmallSet.StageMapping(mode: "incremental"));
        await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.HeldBack });
        string export = await ExportAsync(test);

        await ReplayAsync(test, export, text => text.Replace("1.5E+11", "C00002", StringComparison.Ordinal));

        Assert.Contains(
            "C00002|2024-05-02", await test.QueryAsync("SELECT case_reference, received_on FROM fact_stage WHERE recorded_to_load = 2147483647"));
    }

    [Theory]
    [InlineData("A,1,02/04/2024,,,,,4826,SEC,left over\n", "too-many-cells")]
    [InlineData("A,1,02/04/2024,,,,Upheld\n", "missing-cells")]
    public async Task A_ragged_row_is_held_back_again_until_it_is_mended(string row, string rule)
    {
        // The other row shows the export how many columns there are.
        await using TestWarehouse test = await LoadedAsync(row + "B,1,31/02/2024,,,,,4826,SEC\n");
        string export = await ExportAsync(test);

        await ReplayAsync(test, export, text => text);

        Assert.DoesNotContain("A|1", await test.QueryAsync("SELECT case_reference, stage FROM fact_stage"));
        Assert.Equal([rule, "bad-date"], (await OpenAsync(test)).Select(entry => entry.RuleId).Order(StringComparer.Ordinal).Reverse());

        string again = await ExportAsync(test, "mend2.csv");
        await ReplayAsync(test, again, text => text
            .Replace("left over", "", StringComparison.Ordinal)
            .Replace("A,1,02/04/2024,,,,Upheld,,", "A,1,02/04/2024,,,,Upheld,4826,SEC", StringComparison.Ordinal));

        Assert.Contains("A|1", await test.QueryAsync("SELECT case_reference, stage FROM fact_stage"));
        Assert.Equal(["bad-date"], (await OpenAsync(test)).Select(entry => entry.RuleId));
    }

    [Fact]
    public async Task A_dismissed_entry_is_open_no_more_also_when_the_next_extract_has_the_same_row()
    {
        await using TestWarehouse test = await LoadedAsync("A,1,31/02/2024,,,,,4826,SEC\n");
        var store = new QuarantineStore(test.Warehouse);

        await store.DismissAsync([1], "J. Smith", "a test case of the supplier", TestContext.Current.CancellationToken);
        await test.LoadAsync();

        Assert.Empty(await OpenAsync(test));
        QuarantineEntry entry = Assert.Single(
            await store.ListAsync(new QuarantineFilter { Status = "dismissed" }, TestContext.Current.CancellationToken));
        Assert.Equal(
            (1L, "J. Smith", "a test case of the supplier", 2),
            (entry.Id, entry.Dismissal!.By, entry.Dismissal.Reason, entry.ResolvedByLoad!.Value));
        UserException e = await Assert.ThrowsAsync<UserException>(
            () => store.DismissAsync([1], "J. Smith", "again", TestContext.Current.CancellationToken));
        Assert.Contains("Entry 1 of the quarantine is dismissed", e.What, StringComparison.Ordinal);
    }

    private static async Task<TestWarehouse> LoadedAsync(string rows, string mode = "full")
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(3) + rows, SmallSet.StageMapping(mode: mode));
        await test.LoadAsync();
        return test;
    }

    private static Task<IReadOnlyList<QuarantineEntry>> OpenAsync(TestWarehouse test) =>
        new QuarantineStore(test.Warehouse).ListAsync(QuarantineFilter.Open, TestContext.Current.CancellationToken);

    private static async Task<string> ExportAsync(TestWarehouse test, string name = "mend.csv")
    {
        IReadOnlyList<QuarantineEntry> open = await OpenAsync(test);
        string path = Path.Combine(test.Root, name);
        await using FileStream file = File.Create(path);
        await new QuarantineStore(test.Warehouse).ExportAsync(
            QuarantineFilter.Open with { FileName = open[0].FileName }, file, TestContext.Current.CancellationToken);
        return path;
    }

    private static async Task<LoadOutcome> ReplayAsync(TestWarehouse test, string export, Func<string, string> mend)
    {
        string text = await File.ReadAllTextAsync(export, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(export, mend(text.ReplaceLineEndings("\n")), TestContext.Current.CancellationToken);
        return await test.LoadAsync(new LoadRequest
        {
            Path = export,
            Mapping = Path.Combine(test.SetFolder, "stages.mapping.jsonc"),
            Replay = true,
            ExtractDate = new DateOnly(2025, 4, 14),
        });
    }
}
