using System.Text.RegularExpressions;

namespace Complaints.Architecture.Tests;

/// <summary>What CONTRIBUTING.md and the pages of docs say is where is there.</summary>
public sealed partial class ContributingTests
{
    private static readonly string[] Pages =
    [
        "CONTRIBUTING.md", "README.md", "CHANGELOG.md",
        .. Repository.Files.Where(
            path => path.StartsWith("docs/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal)),
    ];

    [Fact]
    public void A_path_on_a_page_is_in_the_repository()
    {
        IEnumerable<string> wrong = Pages.SelectMany(page => File.ReadAllLines(Repository.Absolute(page))
            .SelectMany((line, index) => PathInText().Matches(line)
                .Select(match => match.Groups[1].Value.TrimEnd('/'))
                .Where(path => !Path.Exists(Repository.Absolute(path)))
                .Select(path => $"{page}:{index + 1}: there is no {path}")));
        TidyTests.Nothing(wrong);
    }

    [Fact]
    public void Ten_rules_are_each_in_a_file() => Assert.Equal(
        10,
        File.ReadAllLines(Repository.Absolute("CONTRIBUTING.md"))
            .Count(line => line.StartsWith('|') && line.Contains("`src/", StringComparison.Ordinal)));

    [GeneratedRegex(@"`((?:src|tests|sql|protos|docs|benchmarks|\.ci)/[\w./-]*)`")]
    private static partial Regex PathInText();
}
