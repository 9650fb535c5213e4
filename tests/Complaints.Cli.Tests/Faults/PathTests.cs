using System.Diagnostics.CodeAnalysis;
using Complaints.Cli.CommandLine;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Faults;

/// <summary>
/// Paths that no file can have, that lead in a circle, or that this account may not use: the user's to put right, never a defect of ours.
/// </summary>
[Collection(typeof(FaultTests))]
public sealed class PathTests(AgentWarehouse agent)
{
    private static readonly string[] s_kinds =
    [
        "loop", "loop/under", "a\0b", "file.txt/under", "/dev/null", "/dev/null/x", "/proc/x/y", "long",
    ];

    private static readonly string[] s_commands =
    [
        "query -m stage1_made -w {0}",
        "query -w {3} -m stage1_made --catalogue {0}",
        "migrate -w {0}",
        "load {0} -w {1}",
        "load {2} -w {0}",
        "load {2}/stock.csv --mapping {0} -w {1}",
        "generate --sample agent --homes 200 --out {0}",
        "generate --from-tsm {0} --year 2024/25 --out {1}",
        "mapping schema --out {0}",
        "quarantine list -w {0}",
        "quarantine export -w {3} --file stock.csv --out {0}",
        "quarantine replay {0} -w {3} --mapping {2}/stock.mapping.jsonc",
        "worklist list -w {0}",
        "worklist export -w {3} --out {0}",
        "risk list -w {0}",
        "risk train -w {0}",
        "risk models -w {0}",
        "risk card -w {3} --details {0}",
        "risk bench --csv {0} --label b --time a --train 1-2 --test 3-4",
        "serve -w {0} --port 0 --web-port 0",
    ];

    public static TheoryData<string, string> Cases => new(
        from kind in s_kinds
        from command in s_commands
        select (kind, command));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_path_that_cannot_be_used_is_the_users_to_put_right(string kind, string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These paths are of Unix.");
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder["file.txt"], "a,b\n1,2\n", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(folder["loop"], folder["loop"]);
        string path = kind == "long" ? folder[new string('x', 5_000)] : kind.StartsWith('/') ? kind : folder[kind];

        (int code, string messages) = await RunAsync(command, path, folder["new"]);

        Assert.True(code is ExitCode.Refused or ExitCode.Usage or ExitCode.Done or ExitCode.LoadedWithQuarantine, $"{code}: {messages}");
        Assert.DoesNotContain("defect of ours", messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", messages, StringComparison.Ordinal);
        bool isDone = code is ExitCode.Done or ExitCode.LoadedWithQuarantine;
        Assert.True(isDone || messages.StartsWith("error:", StringComparison.Ordinal), messages);
    }

    // An option that is a path was made one while the line was still being read: its error went past every message of ours.
    [Fact]
    public async Task A_NUL_that_came_by_a_file_of_arguments_is_named()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder["arguments.txt"], "a\0b.json\n", TestContext.Current.CancellationToken);
        string[] query = ["query", "-m", "stage1_made", "--catalogue", "@arguments.txt", "-w", agent.Warehouse];
        ProcessResult run = (await CommandLineRun.ComplaintsAsync(folder.Path, query)).Expect(2);
        Assert.Contains("NUL", run.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Messages, StringComparison.Ordinal);
    }

    // The engine took what stands behind it for settings of its own.
    [Theory]
    [InlineData("a?b")]
    [InlineData("a?access_mode=READ_WRITE")]
    public async Task A_question_mark_in_the_path_of_a_warehouse_is_named(string name)
    {
        using TemporaryFolder folder = new();
        (int code, string messages) = await RunAsync("migrate -w {0}", folder[name], "");
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("question mark", messages, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("query -m stage1_made -w {0}")]
    [InlineData("load {2} -w {0}")]
    [InlineData("migrate -w {0}")]
    [InlineData("risk list -w {0}")]
    [InlineData("serve -w {0} --port 0 --web-port 0")]
    [InlineData("load {0} -w {1}")]
    [InlineData("generate --sample agent --homes 200 --out {0}/s")]
    [InlineData("demo --once -w {0}/w")]
    [InlineData("mapping schema --out {0}/s")]
    [SuppressMessage("Interoperability", "CA1416", Justification = "Skipped there.")]
    public async Task A_folder_without_permission_is_named_with_what_to_do(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are of Unix.");
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["closed"]);
        File.SetUnixFileMode(folder["closed"], UnixFileMode.None);
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        string[] arguments = [CommandLineRun.Program, .. Words(command, folder["closed"], folder["new"])];
        try
        {
            // The system's own account may do everything: another one is asked.
            string[] another = ["--reuid=65534", "--clear-groups", "env", "HOME=/tmp", "dotnet", .. arguments];
            ProcessResult run = Environment.IsPrivilegedProcess
                ? await CommandLineRun.RunIfThereAsync("setpriv", folder.Path, another)
                : await CommandLineRun.RunAsync("dotnet", folder.Path, arguments);
            Assert.SkipWhen(
                run.Messages.Contains("complaints.dll", StringComparison.Ordinal), "The other account cannot read the program.");
            run.Expect(3);
            Assert.Contains("fix:", run.Messages, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Messages, StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(folder["closed"], (UnixFileMode)0b111_000_000);
        }
    }

    // In the process: no system hands a NUL over in an argument, but a client of ours can hold one.
    private async Task<(int Code, string Messages)> RunAsync(string command, string path, string unused)
    {
        using StringWriter output = new();
        using StringWriter messages = new();
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        int code = await ComplaintsApplication.RunAsync(
            Words(command, path, unused), Terminal.To(output, true, messages, true), TimeProvider.System, limit.Token);
        return (code, messages.ToString());
    }

    private string[] Words(string command, string path, string unused) => [.. command.Split(' ').Select(word => word
        .Replace("{0}", path, StringComparison.Ordinal)
        .Replace("{1}", unused, StringComparison.Ordinal)
        .Replace("{2}", agent.Sample, StringComparison.Ordinal)
        .Replace("{3}", agent.Warehouse, StringComparison.Ordinal))];
}
