using System.Text.RegularExpressions;

namespace Complaints.Architecture.Tests;

/// <summary>What code says it follows can be found: a section of docs/domain.md, or a paragraph of the Code.</summary>
public sealed partial class CitationTests
{
    private const string Page = "docs/domain.md";
    private static readonly string[] Code = ["src", "tests", "benchmarks"];

    [Fact]
    public void Every_section_that_code_cites_is_on_the_page()
    {
        HashSet<string> sections = [.. File.ReadAllLines(Repository.Absolute(Page))
            .Select(line => Heading().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(sections);

        IEnumerable<string> wrong = Sources().SelectMany(file => file.Lines
            .Select((text, index) => (Cited: Cited(text), Number: index + 1))
            .SelectMany(line => line.Cited.Where(section => !sections.Contains(section))
                .Select(section => $"{file.Path}:{line.Number}: {Page} has no §{section}")));
        TidyTests.Nothing(wrong);
    }

    [Fact]
    public void No_citation_points_outside_the_repository() =>
        Assert.Empty(Sources().SelectMany(file => file.Matches(Elsewhere(), $"cite {Page} or a paragraph of the Code")));

    private static IEnumerable<SourceFile> Sources() =>
        Repository.CSharp(Code).Where(file => !file.Path.EndsWith("/CitationTests.cs", StringComparison.Ordinal));

    private static IEnumerable<string> Cited(string line)
    {
        Match citation = Citation().Match(line);
        return citation.Success ? Section().Matches(citation.Value).Select(match => match.Groups[1].Value) : [];
    }

    [GeneratedRegex(@"^#{2,3} (\d+(?:\.\d+)?)\.? ")]
    private static partial Regex Heading();

    [GeneratedRegex(@"docs/domain\.md §[\d.]+\d*(?:(?:, | and )§[\d.]+\d*)*")]
    private static partial Regex Citation();

    [GeneratedRegex(@"§(\d+(?:\.\d+)?)")]
    private static partial Regex Section();

    [GeneratedRegex(@"(?<!docs/)\bdomain(?:\.md)? §|(?://|"").*\[[FIR](?: computed)?\]")]
    private static partial Regex Elsewhere();
}
