using System.Diagnostics;
using System.Net.Sockets;
using System.Net;
using Complaints.Cli.Tests.Running;
using Complaints.Domain.Tests.Storage;

namespace Complaints.Cli.Tests;

public sealed class DemoTests
{
    [Fact]
    public async Task A_demo_shows_the_whole_way_and_stops_by_itself()
    {
        using TemporaryFolder folder = new();
        ProcessResult demo = (await CommandLineRun.ComplaintsAsync(folder.Path, "demo", "--once", "--warehouse", folder["w"])).Expect(0);

        Assert.Contains("held back under", demo.Output, StringComparison.Ordinal);
        Assert.Contains("landlord-unmatched", demo.Output, StringComparison.Ordinal);
        Assert.Matches("00BK: unmatched [0-9]+, (.*, )?missing-received-date 3", demo.Output);
        Assert.Contains("Westminster Community Homes", demo.Output, StringComparison.Ordinal);
        Assert.Contains("City of Westminster", demo.Output, StringComparison.Ordinal);
        Assert.Contains("Sector median, LCRA: ch01_stage1 53.9, ch01_stage2 8.3, ch02_stage1 89.9, ch02_stage2 88.9", demo.Output, StringComparison.Ordinal);
        Assert.Contains("cases at risk on 2025-06-30", demo.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["w"]), "--once leaves nothing behind");
    }

    // It left some hundred files in the temporary folder without a word.
    [Fact]
    public async Task A_demo_that_is_stopped_by_hand_says_what_it_leaves()
    {
        Unix.SkipWhereIgnored("INT");
        using TemporaryFolder folder = new();
        using Process demo = CommandLineRun.Start(
            "env",
            folder.Path,
            $"TMPDIR={folder.Path}",
            "dotnet",
            CommandLineRun.Program,
            "demo",
            "--port",
            "0");
        Task<string> messages = demo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (await demo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
            && !line.Contains("Ctrl+C stops it", StringComparison.Ordinal))
        {
        }

        Unix.Send(demo.Id, "INT");
        await demo.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, demo.ExitCode);
        string left = Directory.GetDirectories(folder.Path, "complaints-demo-*").Single();
        Assert.Contains($"stays in {left}", (await messages).ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.Contains($"delete {left}", (await messages).ReplaceLineEndings(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_refuses_a_folder_that_holds_something()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder["somebody's.txt"], "kept", TestContext.Current.CancellationToken);

        ProcessResult demo = (await CommandLineRun.ComplaintsAsync(folder.Path, "demo", "--once", "--warehouse", folder.Path)).Expect(3);

        Assert.Contains("does not load sample cases into a folder that holds something", demo.Messages, StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(folder["somebody's.txt"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_demo_looks_at_its_ports_first_and_leaves_nothing_when_they_are_taken()
    {
        using TemporaryFolder folder = new();
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        string port = $"{((IPEndPoint)other.LocalEndpoint).Port}";

        ProcessResult run = (await CommandLineRun.RunAsync(
            "env", folder.Path, $"TMPDIR={folder.Path}", "dotnet", CommandLineRun.Program, "demo", "--port", port)).Expect(3);

        Assert.Contains(port, run.Messages, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path, "complaints-demo-*"));
    }
}
