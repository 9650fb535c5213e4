using System.Text.RegularExpressions;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Readme;

/// <summary>The README's commands are run as they stand there, so that a newcomer's first minute cannot break unseen.</summary>
public sealed partial class ReadmeTests
{
    internal static string Root { get; } = FindRoot();

    private static string Text { get; } = File.ReadAllText(Path.Combine(Root, "README.md"));

    [Fact]
    public void The_two_commands_are_the_ones_that_are_tested()
    {
        string[] commands = Block(0);
        Assert.Equal(["dotnet run --project src/Complaints.Cli -- demo", "dotnet test"], commands);
    }

    [Fact]
    public async Task The_query_example_runs_as_it_stands_and_answers()
    {
        string output = await RunAsync(Block(1));
        foreach (string field in (string[])["landlord", "stock_type", "measure", "numerator", "denominator", "value", "display"])
        {
            Assert.Contains($"\"{field}\"", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_cases_behind_a_figure_are_listed_as_it_stands()
    {
        string output = await RunAsync([.. Block(1), .. Block(2)]);
        Assert.Contains("Behind ch02_stage1, denominator", output, StringComparison.Ordinal);
        Assert.Contains("Code 2024", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_risk_example_runs_as_it_stands_and_ends_in_a_list_with_reasons()
    {
        string output = await RunAsync(Block(3));
        Assert.Contains("5 of ", output, StringComparison.Ordinal);
        Assert.Contains("cases at risk on", output, StringComparison.Ordinal);
        Assert.Contains("why", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_the_readme_names_exists()
    {
        using TemporaryFolder folder = new();
        foreach (string command in CommandNames().Matches(Text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal))
        {
            (await CommandLineRun.ComplaintsAsync(folder.Path, command, "--help")).Expect(0);
        }
    }

    [Fact]
    public void Every_file_the_documents_link_to_exists()
    {
        IEnumerable<string> broken = Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md").Append(Path.Combine(Root, "README.md"))
            .SelectMany(file => Links().Matches(File.ReadAllText(file))
                .Select(match => Path.Combine(Path.GetDirectoryName(file)!, match.Groups[1].Value)))
            .Where(target => !Path.Exists(target));
        Assert.Empty(broken);
    }

    private static async Task<string> RunAsync(string[] block)
    {
        using TemporaryFolder folder = new();
        string output = "";
        foreach (string command in block.Where(line => line.StartsWith("complaints ", StringComparison.Ordinal)))
        {
            string[] arguments = command.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
            output = (await CommandLineRun.ComplaintsAsync(folder.Path, arguments)).Expect(0).Output;
        }

        return output;
    }

    // A line that ends in a backslash goes on in the next.
    private static string[] Block(int number) => ShellBlocks().Matches(Text)[number].Groups[1].Value
        .Replace("\\\n", " ", StringComparison.Ordinal)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Complaints.Warehouse.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No checkout above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlocks();

    [GeneratedRegex(@"complaints ([a-z]+)\b")]
    private static partial Regex CommandNames();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)")]
    private static partial Regex Links();
}
