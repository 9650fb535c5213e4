using System.Text.Json;
using Complaints.Cli.Tests.Explaining;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Roles;

/// <summary>What a role sees on the command line: the same from the warehouse and from a service, in every form.</summary>
public sealed class RoleTests
{
    private static readonly string[] s_query = ["query", "--measures", "stage1_made,ch02_stage1", "--year", "2023/24"];
    private static readonly string[] s_viewer = ["--role", "viewer"];

    [Fact]
    public async Task A_hidden_figure_carries_no_number_in_any_form_and_says_why()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        Assert.Contains("(1 / 2)", await Said(folder, s_query), StringComparison.Ordinal);
        string text = await Said(folder, [.. s_query, .. s_viewer]);
        Assert.Contains("* alone: not shown, fewer than 5, or needed to protect one that is.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(1 / 2)", text, StringComparison.Ordinal);

        string json = await Said(folder, [.. s_query, .. s_viewer, "--format", "json"]);
        using var parsed = JsonDocument.Parse(json);
        foreach (JsonElement figure in parsed.RootElement.EnumerateArray())
        {
            Assert.All(
                ["numerator", "denominator", "value"], name => Assert.Equal(JsonValueKind.Null, figure.GetProperty(name).ValueKind));
            Assert.Equal("*", figure.GetProperty("display").GetString());
            Assert.Equal("fewer than 5, or needed to protect one that is", figure.GetProperty("suppressed").GetString());
            Assert.False(figure.TryGetProperty("open_at_cut_off", out _) || figure.TryGetProperty("excluded", out _));
        }

        string[] csv = (await Said(folder, [.. s_query, .. s_viewer, "--format", "csv"])).Split('\n');
        Assert.StartsWith("stage1_made,,,,*,", csv[1], StringComparison.Ordinal);
        Assert.StartsWith("ch02_stage1,,,,*,", csv[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_was_started_for_a_role_answers_as_the_command_line_does_for_it()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        using ServiceRun service = await ServiceRun.StartAsync(folder.Path, folder["warehouse"], s_viewer);
        string[] there = ["--service", service.Address];
        foreach (string format in new[] { "table", "json", "csv" })
        {
            Assert.Equal(
                await Said(folder, [.. s_query, .. s_viewer, "--format", format]),
                await Said(folder, [.. s_query, .. there, "--format", format]));
        }

        ProcessResult refused = await CommandLineRun.ComplaintsAsync(folder.Path, ["cases", .. there]);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("the role analyst or admin", refused.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("viewer", 3)]
    [InlineData("sector", 3)]
    [InlineData("analyst", 0)]
    [InlineData("admin", 0)]
    public async Task Cases_explanations_and_bridges_are_for_analysts_and_admins(string role, int exit)
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        foreach (string[] command in new[] { ["cases"], (string[])["explain", .. s_query[1..]], ["bridge", "--year", "2023/24"] })
        {
            ProcessResult run = await CommandLineRun.ComplaintsAsync(folder.Path, [.. command, "--role", role]);
            Assert.True(run.ExitCode == exit, run.Messages);
        }
    }

    [Fact]
    public async Task A_scope_leaves_the_landlords_of_others_out()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        string own = await Said(folder, [.. s_query, "--format", "csv", "--role", "analyst", "--scope", "4826"]);
        string others = await Said(folder, [.. s_query, "--format", "csv", "--role", "analyst", "--scope", "00BK"]);
        Assert.StartsWith("stage1_made,2,", own.Split('\n')[1], StringComparison.Ordinal);
        Assert.StartsWith("stage1_made,0,", others.Split('\n')[1], StringComparison.Ordinal);
        ProcessResult wrong = await CommandLineRun.ComplaintsAsync(folder.Path, [.. s_query, "--scope", "x y"]);
        Assert.Equal(3, wrong.ExitCode);
    }

    private static async Task<string> Said(TemporaryFolder folder, string[] arguments) =>
        (await CommandLineRun.ComplaintsAsync(folder.Path, arguments)).Expect(0).Output;
}
