using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>Folders that nothing can be written to.</summary>
public sealed class UnusableFolderTests
{
    [Theory]
    [InlineData("migrate")]
    [InlineData("load sample")]
    public async Task A_warehouse_that_cannot_be_made_is_the_users_to_put_right(string command)
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no folder here in which nothing can be made by anybody.");
        using TemporaryFolder folder = new();
        ProcessResult run = (
            await CommandLineRun.ComplaintsAsync(folder.Path, [.. command.Split(' '), "--warehouse", "/proc/warehouse"])).Expect(3);

        Assert.Contains("fix:", run.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("defect of ours", run.Messages, StringComparison.Ordinal);
    }
}
