using System.Text.RegularExpressions;
using Complaints.Cli.Tests.Running;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparing;
using Complaints.Measures.Queries;

namespace Complaints.Cli.Tests.Readme;

/// <summary>What the page of the reports' wishes names as an answer is there.</summary>
public sealed partial class CoverageTests
{
    // A word of the page itself.
    private static readonly string[] s_others = ["measures"];

    private static string[] Lines { get; } =
    [
        .. File.ReadLines(Path.Combine(ReadmeTests.Root, "docs", "coverage.md")).Where(line => NumberedLine().IsMatch(line)),
    ];

    [Fact]
    public void Every_wish_has_a_line_and_says_whether_it_is_answered()
    {
        Assert.Equal(Enumerable.Range(1, 48), Lines.Select(line => int.Parse(line.Split('|')[1], null)));
        Assert.All(Lines, line => Assert.Matches("^ (yes|no|in part.*) $", line.Split('|')[5]));
        Assert.All(Lines, line => Assert.Equal(line.Split('|')[5] == " no ", line.Split('|')[4] == " – "));
    }

    [Fact]
    public void Every_measure_dimension_and_comparison_that_is_named_exists()
    {
        HashSet<string> known =
        [
            .. MeasureCatalogue.Shipped.Ids,
            .. Dimensions.All.Select(dimension => dimension.Id),
            .. ComparisonWords.ByWord.Keys,
            .. s_others,
        ];
        Assert.Empty(Lines.SelectMany(Names).Where(name => Word().IsMatch(name)).Except(known));
    }

    [Fact]
    public async Task Every_command_that_is_named_is_one()
    {
        using TemporaryFolder folder = new();
        IEnumerable<string> commands = Lines.SelectMany(Names).Where(name => name.StartsWith("complaints ", StringComparison.Ordinal));
        foreach (string command in commands.Distinct())
        {
            string[] words = command.Split(' ')[1..];
            (await CommandLineRun.ComplaintsAsync(folder.Path, [.. words, "--help"])).Expect(0);
        }
    }

    private static IEnumerable<string> Names(string line) => Code().Matches(line).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex NumberedLine();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Word();
}
