using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Faults;

/// <summary>Whoever reads a command's output may stop reading.</summary>
[Collection(typeof(FaultTests))]
public sealed class PipeTests(AgentWarehouse agent)
{
    [Theory]
    [InlineData("query -m stage1_made,ch02_stage1 -g landlord,month,category,service_area --format csv", "head -n 1")]
    [InlineData("query -m stage1_made,ch02_stage1 -g landlord,month,category,service_area --format json", "head -c 10")]
    [InlineData("query -m stage1_made,ch02_stage1 -g landlord,month,category,service_area", "true")]
    [InlineData("measures --format json", "true")]
    [InlineData("quarantine list --format json", "head -c 1")]
    [InlineData("--help", "true")]
    public async Task A_reader_that_leaves_is_no_error(string command, string reader)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are asked of a shell of Unix.");
        using TemporaryFolder folder = new();
        ProcessResult run = await CommandLineRun.RunIfThereAsync(
            "bash", folder.Path, "-c", $"dotnet '{CommandLineRun.Program}' {command} --warehouse '{agent.Warehouse}' | {reader} >/dev/null; exit ${{PIPESTATUS[0]}}");
        Assert.True(run.ExitCode is 0, $"{run.ExitCode}: {run.Messages}");
        Assert.Empty(run.Messages);
    }
}
