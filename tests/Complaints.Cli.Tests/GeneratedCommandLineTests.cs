using Complaints.Cli.CommandLine;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>Command lines made at random from the program's own words, odd values and odd characters: none is a defect of ours.</summary>
public sealed class GeneratedCommandLineTests
{
    private const int Lines = 2000;

    private static readonly string[][] s_commands =
    [
        ["query"],
        ["explain"],
        ["bridge"],
        ["reconcile"],
        ["loads"],
        ["loads", "show"],
        ["comparators"],
        ["measures"],
        ["measures", "check"],
        ["migrate"],
        ["load"],
        ["mapping", "fields"],
        ["mapping", "schema"],
        ["quarantine", "list"],
        ["quarantine", "export"],
        ["quarantine", "replay"],
        ["quarantine", "dismiss"],
        ["worklist", "list"],
        ["worklist", "export"],
        ["risk", "list"],
        ["risk", "explain"],
        ["risk", "card"],
        ["risk", "feedback"],
        ["risk", "models"],
        ["risk", "promote"],
        ["risk", "rollback"],
        ["risk", "score"],
        ["risk", "monitor"],
        ["risk", "evaluate"],
        ["risk", "train"], ["risk", "bench"], ["generate"], ["risk"], ["nothing"], [],
    ];

    private static readonly string[] s_options =
    [
        "-m",
        "-g",
        "-y",
        "--where",
        "--from",
        "--to",
        "--as-at",
        "--as-of",
        "--known-at-load",
        "--dp",
        "--rounding",
        "--withdrawn",
        "--limit",
        "--format",
        "--catalogue",
        "--service",
        "--model",
        "--top",
        "--state",
        "--stage",
        "--case",
        "--least-probability",
        "--landlord",
        "--source",
        "--action",
        "--note",
        "--list",
        "--mapping",
        "--out",
        "--rule",
        "--status",
        "--all",
        "--reason",
        "--csv",
        "--label",
        "--time",
        "--train",
        "--test",
        "--months",
        "--days",
        "--horizon",
        "--stock-type",
        "--zeros",
        "--year",
        "--extract-date", "--dry-run", "--accept", "--details", "--sample", "--verbose", "--help", "-h", "--no-such", "-x", "--",
    ];

    private static readonly string[] s_values =
    [
        "",
        " ",
        "0",
        "-1",
        "1",
        "2147483648",
        "1e400",
        "NaN",
        "2024/25",
        "9999/00",
        "0001-01-01",
        "9999-12-31",
        "2024-13-45",
        "stage1_made",
        "landlord",
        "landlord=",
        "=",
        "a=b=c",
        "json",
        "csv",
        "table",
        "xml",
        "loop",
        "missing",
        "file.txt",
        "loop/x",
        "?",
        "*",
        "a?b",
        "file.txt/x",
        "/dev/null",
        "/proc/self/mem",
        ".",
        "..",
        "http://127.0.0.1:1",
        "http://",
        "ftp://x",
        "[red]",
        "[/]",
        "[[",
        "{0}",
        "%s",
        "\u001B[2J",
        "\u202Ex",
        "é",
        "😀",
        "\uD800",
        "'",
        "\"",
        "@file.txt",
        "@missing",
        "a,b", ",", "1-2", "x..y", "called", "none", "open", "agent",
    ];

    [Fact]
    public async Task Two_thousand_generated_command_lines_never_end_in_a_defect_of_ours()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder["file.txt"], "a,b\n1,2\n", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(folder["loop"], folder["loop"]);
        Random random = new(20241107);
        string before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder.Path;
        for (int i = 0; i < Lines; i++)
        {
            string[] line =
            [
                .. Line(random).Select(
                    word => word is "loop" or "missing" or "file.txt" or "loop/x" or "file.txt/x" or "a?b" ? folder[word] : word),
                "-w",
                folder[$"w{random.Next(3)}"],
            ];
            using StringWriter output = new();
            using StringWriter messages = new();
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(5));
            int code = await ComplaintsApplication.RunAsync(
                line, Terminal.To(output, true, messages, true), TimeProvider.System, limit.Token);
            Assert.True(code is not ExitCode.OurFault, $"{string.Join(' ', line)}\n{messages}");
            Assert.DoesNotContain("   at Complaints.", messages.ToString(), StringComparison.Ordinal);
        }

        Environment.CurrentDirectory = before;
    }

    private static IEnumerable<string> Line(Random random)
    {
        foreach (string word in s_commands[random.Next(s_commands.Length)])
        {
            yield return word;
        }

        for (int options = random.Next(5); options > 0; options--)
        {
            if (random.Next(4) > 0)
            {
                yield return s_options[random.Next(s_options.Length)];
            }

            string value = s_values[random.Next(s_values.Length)];
            // Nothing is to be written where the tests run.
            if (value is not ("." or ".."))
            {
                yield return value;
            }
        }
    }
}
