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

    private static async Task<TestWarehouse> LoadedAsync(string rows)
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, SmallSet.Header + "\n" + SmallSet.Rows(3) + rows);
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
