using System.Diagnostics;
using Complaints.Cli.Tests.Running;
using Complaints.Domain.Tests.Storage;

namespace Complaints.Cli.Tests.Faults;

/// <summary>
/// Commands that a signal stops: they end by themselves, publish nothing half done, and tell the shell which signal it was.
/// </summary>
[Collection(typeof(FaultTests))]
public sealed class SignalTests(AgentWarehouse agent)
{
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task A_load_that_is_stopped_says_so_by_its_exit_code_and_leaves_nothing(string signal, int expected)
    {
        Unix.SkipWhereIgnored(signal);
        using TemporaryFolder folder = new();
        using Process load = CommandLineRun.Start(
            "dotnet", folder.Path, CommandLineRun.Program, "load", agent.Sample, "--warehouse", folder["w"]);
        Task<string> messages = load.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(Path.Combine(folder["w"], "staging", "next.duckdb")) && !load.HasExited)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await SendAsync(signal, load);

        Assert.True(expected == load.ExitCode, $"{load.ExitCode}: {await messages}");
        Assert.Contains("Nothing half done was published", await messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["w"]));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task A_service_ends_well_by_whichever_signal(string signal)
    {
        Unix.SkipWhereIgnored(signal);
        string[] serve = [CommandLineRun.Program, "serve", "--warehouse", agent.Warehouse, "--port", "0", "--web-port", "0"];
        using Process service = CommandLineRun.Start("dotnet", agent.Sample, serve);
        string lines = await ReadToAsync(service.StandardError, "Ctrl+C stops it");
        Task<string> rest = service.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await SendAsync(signal, service);
        Assert.True(service.ExitCode == 0, $"{service.ExitCode}: {lines}\n{await rest}");
        Assert.DoesNotContain("   at ", await rest, StringComparison.Ordinal);
    }

    // It said nothing, and left its folder.
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_demo_that_is_stopped_half_way_leaves_nothing(string signal, int expected)
    {
        Unix.SkipWhereIgnored(signal);
        using TemporaryFolder folder = new();
        string[] run = [$"TMPDIR={folder.Path}", "DOTNET_EnableDiagnostics=0", "dotnet", CommandLineRun.Program, "demo", "--port", "0"];
        using Process demo = CommandLineRun.Start("env", folder.Path, run);
        Task<string> messages = demo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ReadToAsync(demo.StandardOutput, "A managing agent's extract");
        await SendAsync(signal, demo);

        Assert.True(expected == demo.ExitCode, $"{demo.ExitCode}: {await messages}");
        Assert.Contains("Stopped.", await messages, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path, "complaints-demo-*"));
    }

    private static async Task<string> ReadToAsync(StreamReader text, string wanted)
    {
        List<string> lines = [];
        while (await text.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
            && !line.Contains(wanted, StringComparison.Ordinal))
        {
            lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    private static async Task SendAsync(string signal, Process to)
    {
        Unix.Send(to.Id, signal);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            await to.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!to.HasExited)
            {
                to.Kill(entireProcessTree: true);
            }
        }
    }
}
