using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Explaining;

/// <summary>A source that promised its next extract by a day and did not bring it is told with every figure of later days.</summary>
public sealed class StaleMarkTests
{
    private const string Words = "CRM knows no day after 2024-05-31 and promises the next within 10 days";

    private static readonly string[] s_query = ["--measures", "stage1_made", "--from", "2023-04-01", "--to", "2024-07-31"];

    [Fact]
    public async Task A_figure_past_the_promise_of_its_source_says_so_in_every_form()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31", homes: 1_000, options: [], freshForDays: 10);
        Assert.Contains($"Stale: {Words}.", await AskAsync(folder, "query", "2024-06-11"), StringComparison.Ordinal);
        Assert.Contains(Words, await AskAsync(folder, "query", "2024-06-11", "--format", "csv"), StringComparison.Ordinal);
        Assert.Contains(Words, await AskAsync(folder, "explain", "2024-06-11"), StringComparison.Ordinal);
        string here = await AskAsync(folder, "query", "2024-06-11", "--format", "json");
        using var json = JsonDocument.Parse(here);
        JsonElement stale = Assert.Single(json.RootElement[0].GetProperty("stale").EnumerateArray());
        Assert.Equal(
            ("CRM", "2024-05-31", 10, Words),
            (
                stale.GetProperty("source").GetString(),
                stale.GetProperty("known_to").GetString(),
                stale.GetProperty("fresh_for_days").GetInt32(),
                stale.GetProperty("says").GetString()));

        using ServiceRun service = await ServiceRun.StartAsync(folder.Path, folder["warehouse"]);
        Assert.Equal(here, await AskAsync(folder, "query", "2024-06-11", "--format", "json", "--service", service.Address));
    }

    [Fact]
    public async Task A_figure_within_the_promise_or_of_days_before_it_has_no_mark()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31", homes: 1_000, options: [], freshForDays: 10);
        Assert.DoesNotContain("tale:", await AskAsync(folder, "query", "2024-06-10"), StringComparison.Ordinal);
        string ended = (await CommandLineRun.ComplaintsAsync(
            folder.Path, "query", "--measures", "stage1_made", "--year", "2023/24", "--as-at", "2024-12-31")).Expect(0).Output;
        Assert.DoesNotContain("tale:", ended, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_file_of_a_source_is_the_one_that_promises()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31", homes: 1_000, options: [], freshForDays: 10);
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-06-01", homes: 1_000, options: []);
        Assert.DoesNotContain("tale:", await AskAsync(folder, "query", "2024-12-31"), StringComparison.Ordinal);
        string early = await AskAsync(folder, "query", "2024-12-31", "--known-at-load", "1");
        Assert.Contains($"Stale: {Words}.", early, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_loads_tell_until_when_a_file_is_fresh()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31", homes: 1_000, options: [], freshForDays: 10);
        string table = (await CommandLineRun.ComplaintsAsync(folder.Path, "loads")).Expect(0).Output;
        string words = string.Join(' ', table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("fresh to 2024-06-10", words, StringComparison.Ordinal);
        string listed = (await CommandLineRun.ComplaintsAsync(folder.Path, "loads", "--format", "json")).Expect(0).Output;
        using var json = JsonDocument.Parse(listed);
        JsonElement[] files = [.. json.RootElement[0].GetProperty("files").EnumerateArray()];
        JsonElement promising = Assert.Single(
            files, file => file.TryGetProperty("fresh_for_days", out JsonElement days) && days.ValueKind == JsonValueKind.Number);
        Assert.Equal(("stages.csv", 10), (promising.GetProperty("file").GetString(), promising.GetProperty("fresh_for_days").GetInt32()));
    }

    private static async Task<string> AskAsync(TemporaryFolder folder, string command, string asAt, params string[] more) =>
        (await CommandLineRun.ComplaintsAsync(folder.Path, [command, .. s_query, "--as-at", asAt, .. more])).Expect(0).Output;
}
