using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>What a person meets who mistypes.</summary>
public sealed class MistypedTests
{
    [Theory]
    [InlineData("frobnicate", "There is no command 'complaints frobnicate'.")]
    [InlineData("risk frobnicate", "There is no command 'complaints risk frobnicate'.")]
    [InlineData("query --mesures ch01_stage1", "'complaints query' has no option '--mesures'.")]
    [InlineData("query -m ch01_stage1 --as-at 31/03/2025", "'31/03/2025' is not a day.")]
    [InlineData("query -m ch01_stage1 --from 03/04/2025", "'03/04/2025' is not a day.")]
    [InlineData("query -m ch01_stage1 --limit many", "'many' is not a whole number.")]
    [InlineData("query -m ch01_stage1 --service http://127.0.0.1:1 --catalogue own.jsonc", "A service answers by its own catalogue, and")]
    [InlineData("worklist list -f csv", "'csv'")]
    public async Task A_mistyped_line_is_told_by_what_was_typed(string line, string told)
    {
        using TemporaryFolder folder = new();
        ProcessResult run = (await CommandLineRun.ComplaintsAsync(folder.Path, line.Split(' '))).Expect(2);

        string first = run.Messages.Split('\n')[0];
        Assert.StartsWith("error: ", first, StringComparison.Ordinal);
        Assert.Contains(told, first, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("Required command", run.Messages, StringComparison.Ordinal);
    }
}
