using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>
/// One meaning, many surfaces: the command line in its own process, a service, and a Python client give the same figures.
/// </summary>
public sealed class ServiceTests(AgentWarehouse agent) : IClassFixture<AgentWarehouse>
{
    private static readonly string[] s_query =
        ["--measures", "stage1_made,ch01_stage1,ch02_stage1,ch02_stage1_extension,escalation_rate", "--group-by", "landlord,stock_type,reporting_year", "--format", "json"];

    [Fact]
    public async Task A_service_and_a_Python_client_give_the_figures_of_the_command_line()
    {
        string direct = (
            await CommandLineRun.ComplaintsAsync(agent.Sample, ["query", "--warehouse", agent.Warehouse, .. s_query])).Expect(0).Output;
        using ServiceRun service = await ServiceRun.StartAsync(agent.Sample, agent.Warehouse);
        string served = (
            await CommandLineRun.ComplaintsAsync(agent.Sample, ["query", "--service", service.Address, .. s_query])).Expect(0).Output;
        Assert.Equal(direct, served);

        Assert.SkipUnless(PythonClient.Missing is null || PythonClient.IsRequired, PythonClient.Missing ?? "");
        Assert.Equal(PythonClient.Shape(direct), await PythonClient.QueryAsync(service.Address));
    }

    // The service knew the shipped measures alone, whatever file the command line was given.
    [Fact]
    public async Task A_service_answers_by_a_file_of_measures_that_it_is_started_with()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(
            folder["ours.jsonc"],
            """
            { "measures": [ {
              "id": "ours", "title": "Ours", "unit": "complaints", "kind": "count", "population": "tsm", "date_role": "made", "decimal_places": 0,
              "numerator": { "count": { "field": "stage", "op": "eq", "value": 2 } }, "source": "our panel" } ] }
            """,
            TestContext.Current.CancellationToken);
        using (ServiceRun service = await ServiceRun.StartAsync(folder.Path, agent.Warehouse, "--catalogue", folder["ours.jsonc"]))
        {
            string[] query = ["query", "--service", service.Address, "--format", "csv", "--measures"];
            string ours = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. query, "ours"])).Expect(0).Output;
            string shipped = (await CommandLineRun.ComplaintsAsync(folder.Path, [.. query, "stage2_made"])).Expect(0).Output;
            Assert.Equal(shipped.Split('\n')[1].Replace("stage2_made", "ours", StringComparison.Ordinal), ours.Split('\n')[1]);
            string guide = (
                await CommandLineRun.ComplaintsAsync(folder.Path, "measures", "guide", "--service", service.Address)).Expect(0).Output;
            Assert.Contains("## `ours`\n\nOurs.\n\n| | |\n|---|---|\n| Formula | stages where stage is 2 |", guide, StringComparison.Ordinal);
        }

        ProcessResult refused = (await CommandLineRun.ComplaintsAsync(
            folder.Path,
            "serve",
            "--warehouse",
            agent.Warehouse,
            "--port",
            "0",
            "--web-port",
            "0",
            "--catalogue",
            folder["none.jsonc"])).Expect(3);
        Assert.Contains("none.jsonc", refused.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machine_output_stands_alone_on_standard_output()
    {
        ProcessResult json = (
            await CommandLineRun.ComplaintsAsync(agent.Sample, ["query", "--warehouse", agent.Warehouse, .. s_query])).Expect(0);
        ProcessResult csv = (await CommandLineRun.ComplaintsAsync(
            agent.Sample,
            "query",
            "--warehouse",
            agent.Warehouse,
            "--measures",
            "stage1_made",
            "--group-by",
            "landlord",
            "--format",
            "csv")).Expect(0);

        Assert.StartsWith("[", json.Output, StringComparison.Ordinal);
        Assert.EndsWith("]", json.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(json.Messages);
        Assert.StartsWith("landlord,landlord_name,measure,", csv.Output, StringComparison.Ordinal);
        Assert.Equal(3, csv.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
