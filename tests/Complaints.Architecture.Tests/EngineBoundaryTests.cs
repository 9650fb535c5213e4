using System.Text.RegularExpressions;

namespace Complaints.Architecture.Tests;

/// <summary>
/// What only an engine may say: its name, its way to write parameters and limits, and the number that ends a version that stands. Others
/// ask by the name of a query, or render through the dialect.
/// </summary>
public sealed partial class EngineBoundaryTests
{
    private const string Engine = "src/Complaints.Warehouse.DuckDb/";
    private const string Queries = "sql/duckdb/queries/";

    [Fact]
    public void No_project_but_an_engines_own_writes_its_dialect() => Nothing(Repository.CSharp("src")
        .Where(file => !file.Path.StartsWith(Engine, StringComparison.Ordinal))
        .SelectMany(file => file.Lines
            .Select((text, index) => (text, number: index + 1))
            .Where(line => !Comment().IsMatch(line.text) && Dialect().IsMatch(line.text))
            .Select(line => $"{file.Path}:{line.number}: {line.text.Trim()}")));

    [Fact]
    public void The_number_of_a_version_that_stands_is_in_no_query_and_no_merge() => Nothing(Repository.Files
        .Where(path => path.StartsWith("sql/", StringComparison.Ordinal) && !path.Contains("/migrations/", StringComparison.Ordinal))
        .Where(path => File.ReadAllText(Repository.Absolute(path)).Contains("2147483647", StringComparison.Ordinal)));

    [Fact]
    public void Every_query_is_asked_for_by_its_name()
    {
        string[] kept = [.. Repository.Files.Where(path => path.StartsWith(Queries, StringComparison.Ordinal)).Select(path => path[Queries.Length..^".sql".Length])];
        HashSet<string> named = [.. Repository.CSharp("src").SelectMany(file => file.Lines).SelectMany(line => QueryName().Matches(line)).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(kept);
        Assert.Empty(kept.Except(named));
    }

    private static void Nothing(IEnumerable<string> found) => Assert.Empty(found);

    [GeneratedRegex(@"\$p\d|\bLIMIT\b|2147483647|sql[/\\""]|""duckdb|FILTER \(WHERE")]
    private static partial Regex Dialect();

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();

    [GeneratedRegex(@"""([a-z_]+/[a-z_]+)""")]
    private static partial Regex QueryName();
}
