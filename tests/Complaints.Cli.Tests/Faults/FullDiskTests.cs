using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Faults;

/// <summary>A disk that is full in the middle of a command: said so, nothing half done stays, and what was published stays whole.</summary>
[Collection(typeof(FaultTests))]
public sealed class FullDiskTests(AgentWarehouse agent)
{
    private const string Files = "echo files; (cd $DISK && find . -type f | sort)";

    // The copy that a load works on stayed behind: a disk that was full once was full for good.
    [Fact]
    public async Task A_load_on_a_full_disk_takes_its_half_copy_away_and_leaves_the_published_warehouse()
    {
        using TemporaryFolder folder = new();
        ProcessResult run = await SmallDisk.RunAsync(
            folder.Path,
            mebibytes: 18,
            $"complaints migrate -w $DISK/w; complaints load '{agent.Sample}' -w $DISK/w; echo loaded $?; {Files}; complaints query -w $DISK/w -m stage1_made --format csv >/dev/null; echo queried $?");

        Assert.Contains("error: The disk is full.", run.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("defect of ours", run.Messages, StringComparison.Ordinal);
        Assert.Equal(["loaded 3", "files", "./w/CURRENT", "./w/generations/000001.duckdb", "./w/writer.lock", "queried 0"], Lines(run));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(14)]
    [InlineData(20)]
    public async Task A_first_load_on_a_full_disk_leaves_no_warehouse(int mebibytes)
    {
        using TemporaryFolder folder = new();
        ProcessResult run = await SmallDisk.RunAsync(
            folder.Path, mebibytes, $"complaints load '{agent.Sample}' -w $DISK/w; echo loaded $?; ls $DISK | grep -v pseudonym.key; echo end");

        Assert.Contains("error: The disk is full.", run.Messages, StringComparison.Ordinal);
        Assert.Equal(["loaded 3", "end"], Lines(run));
    }

    [Theory]
    [InlineData("generate --sample agent --homes 6000 --out $DISK/s")]
    [InlineData("mapping schema --out $DISK/s")]
    public async Task Other_files_that_do_not_fit_are_told_in_the_same_words(string command)
    {
        using TemporaryFolder folder = new();
        ProcessResult run = await SmallDisk.RunAsync(folder.Path, 1, $"head -c 1040000 /dev/zero >$DISK/filled; complaints {command}; echo ended $?; {Files}");

        Assert.Contains("error: The disk is full.", run.Messages, StringComparison.Ordinal);
        Assert.Contains("ended 3", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("load.jsonc", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("mapping.schema.json", run.Output, StringComparison.Ordinal);
    }

    private static string[] Lines(ProcessResult run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
