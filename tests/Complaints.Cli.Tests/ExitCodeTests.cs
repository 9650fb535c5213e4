using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>Scripts rely on the exit codes: 0 done, 2 usage, 3 refused and nothing changed, 4 loaded with rows in quarantine.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("load")]
    [InlineData("query")]
    [InlineData("quern --measures ch01_stage1")]
    [InlineData("query --measures ch01_stage1 --year 2024")]
    [InlineData("query --measures ch01_stage1 --where stock_type")]
    [InlineData("generate --out x")]
    public async Task A_wrong_command_line_is_2_and_says_what_to_do(string arguments)
    {
        using TemporaryFolder folder = new();
        ProcessResult run = (await CommandLineRun.ComplaintsAsync(folder.Path, arguments.Split(' '))).Expect(2);

        Assert.Contains("error:", run.Messages, StringComparison.Ordinal);
        Assert.Contains("fix:", run.Messages, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.DoesNotContain("   at ", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("load nothing-here")]
    [InlineData("query --measures ch01_stage1 --year 2024/25")]
    [InlineData("query --measures ch01_stage1 --warehouse Server=db;Database=w")]
    [InlineData("query --measures ch01_stage1 --service 127.0.0.1:1")]
    [InlineData("serve")]
    public async Task A_refused_input_is_3_and_makes_no_warehouse_figures(string arguments)
    {
        using TemporaryFolder folder = new();
        ProcessResult run = (await CommandLineRun.ComplaintsAsync(folder.Path, arguments.Split(' '))).Expect(3);

        Assert.Contains("error:", run.Messages, StringComparison.Ordinal);
        Assert.Contains("expected:", run.Messages, StringComparison.Ordinal);
        Assert.Contains("fix:", run.Messages, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
