using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Explaining;

/// <summary>A figure says why it is what it is, to people and to machines, from the warehouse and from a service.</summary>
public sealed class ExplainCommandTests
{
    private static readonly string[] s_query = ["--measures", "ch02_stage1", "--year", "2023/24"];

    // CH02 of one extract was 26.2 % or 73.8 %, by whether a day of logging was mapped, and nothing said so.
    [Fact]
    public async Task A_share_in_time_says_that_its_clocks_ran_from_receipt_as_the_source_has_no_day_of_logging()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        string text = (await CommandLineRun.ComplaintsAsync(folder.Path, ["explain", .. s_query])).Expect(0).Output;
        Assert.Contains("Figure        50.0 % = 1 / 2 × 100", text, StringComparison.Ordinal);
        Assert.Contains("2 from receipt, as no day of logging is recorded (code-2022)", text, StringComparison.Ordinal);
        Assert.Contains("CRM records that day for none of them", text, StringComparison.Ordinal);
        Assert.Contains("         -1  not_tenant: ", text, StringComparison.Ordinal);

        // The command that it names lists as many as it says.
        string command = text.Split('\n')
            .Single(line => line.Contains("--part denominator", StringComparison.Ordinal))
            .Split(" with complaints ")[1];
        string listed = (
            await CommandLineRun.ComplaintsAsync(folder.Path, [.. command.Split(' '), "--format", "csv"])).Expect(0).Output;
        Assert.Equal(3, listed.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public async Task A_service_explains_in_the_same_words()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        string here = (await CommandLineRun.ComplaintsAsync(folder.Path, ["explain", .. s_query, "--format", "json"])).Expect(0).Output;
        using ServiceRun service = await ServiceRun.StartAsync(folder.Path, folder["warehouse"]);
        string there = (await CommandLineRun.ComplaintsAsync(
            folder.Path, ["explain", .. s_query, "--format", "json", "--service", service.Address])).Expect(0).Output;
        Assert.Equal(here, there);
        using var json = JsonDocument.Parse(here);
        Assert.Equal("50.0", json.RootElement[0].GetProperty("figure").GetProperty("display").GetString());
    }

    // The command named the warehouse of the working folder, whichever was asked.
    [Fact]
    public async Task The_commands_in_an_explanation_ask_where_it_asked()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        using TemporaryFolder elsewhere = new();
        string text = (await CommandLineRun.ComplaintsAsync(
            elsewhere.Path, ["explain", .. s_query, "--warehouse", folder["warehouse"]])).Expect(0).Output;
        Assert.Contains($"--part numerator --year 2023/24 --warehouse {folder["warehouse"]}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warehouse_without_complaints_has_figures_that_explain_why_they_are_none()
    {
        using TemporaryFolder folder = new();
        (await CommandLineRun.ComplaintsAsync(folder.Path, "migrate")).Expect(0);
        string text = (await CommandLineRun.ComplaintsAsync(folder.Path, ["explain", .. s_query])).Expect(0).Output;
        Assert.Contains("undefined: [U]: there is nothing below the line to divide by", text, StringComparison.Ordinal);
        Assert.Contains("no day: nothing is loaded", text, StringComparison.Ordinal);
        string bridge = (await CommandLineRun.ComplaintsAsync(folder.Path, "bridge", "--year", "2023/24")).Expect(0).Output;
        Assert.Contains("          0  held by no system", bridge, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing was loaded yet.",
            (await CommandLineRun.ComplaintsAsync(folder.Path, "loads")).Expect(0).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sees_figures_alone_is_given_neither_cases_nor_steps()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        foreach (string[] command in (string[][])[["explain", .. s_query], ["bridge", "--year", "2023/24"]])
        {
            ProcessResult run = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. command, "--role", "viewer"])).Expect(3);
            Assert.Contains("the role analyst or admin", run.Messages, StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }
    }

    [Fact]
    public async Task A_measure_that_is_none_is_refused_with_the_nearest_one()
    {
        using TemporaryFolder folder = new();
        await SmallSet.LoadAsync(folder, SmallSet.Stages, "2024-05-31");
        ProcessResult run = (await CommandLineRun.ComplaintsAsync(folder.Path, "explain", "--measures", "ch02_stag1")).Expect(3);
        Assert.Contains("ch02_stage1", run.Messages, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
