using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Complaints.Architecture.Tests;

/// <summary>
/// References run one way: Domain ← Warehouse ← {Etl, Measures, Escalation} ← Service ← Cli.
/// </summary>
public sealed partial class ReferenceDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Complaints.Domain"] = [],
        ["Complaints.Warehouse"] = ["Complaints.Domain"],
        ["Complaints.Etl"] = ["Complaints.Domain", "Complaints.Warehouse"],
        ["Complaints.Measures"] = ["Complaints.Domain", "Complaints.Warehouse"],
        ["Complaints.Escalation"] = ["Complaints.Domain", "Complaints.Warehouse"],
        ["Complaints.Learning.MLNet"] = ["Complaints.Domain", "Complaints.Warehouse", "Complaints.Escalation"],
        ["Complaints.Service"] =
            ["Complaints.Domain", "Complaints.Warehouse", "Complaints.Etl", "Complaints.Measures", "Complaints.Escalation"],
        ["Complaints.Cli"] =
        [
            "Complaints.Domain", "Complaints.Warehouse", "Complaints.Etl", "Complaints.Measures", "Complaints.Escalation",
            "Complaints.Learning.MLNet", "Complaints.Service",
        ],
    };

    public static TheoryData<string> Products => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Products))]
    public void A_project_references_only_what_is_below_it(string project)
    {
        string[] referenced = [.. ProjectReferences($"src/{project}/{project}.csproj").Where(name => name.StartsWith("Complaints.", StringComparison.Ordinal))];
        Assert.Empty(referenced.Except(Allowed[project]));
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void A_file_uses_only_namespaces_below_its_project(string project)
    {
        string[] forbidden = [.. Allowed.Keys.Except(Allowed[project]).Where(other => other != project)];
        IEnumerable<string> wrong = Repository.CSharp($"src/{project}").SelectMany(file => file.Lines
            .Select((text, index) => (match: UsingLine().Match(text), number: index + 1))
            .Where(line => line.match.Success && forbidden.Any(name =>
                line.match.Groups[1].Value == name || line.match.Groups[1].Value.StartsWith(name + ".", StringComparison.Ordinal)))
            .Select(line => $"{file.Path}:{line.number}: {project} may not use {line.match.Groups[1].Value}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_product_project_is_in_the_rule()
    {
        IEnumerable<string> found = Repository.Files
            .Where(path => path.StartsWith("src/Complaints.", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Empty(found.Except(Allowed.Keys));
    }

    [Fact]
    public void Only_its_own_folder_knows_DuckDB()
    {
        IEnumerable<string> wrong = Repository.CSharp("src")
            .Where(file => !file.Path.StartsWith("src/Complaints.Warehouse/DuckDb/", StringComparison.Ordinal)
                && !file.Path.StartsWith("src/Polyfills/", StringComparison.Ordinal))
            .SelectMany(file => file.Matches(DuckDbUse(), "only src/Complaints.Warehouse/DuckDb knows DuckDB"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_project_file_branches_on_the_upstream_switch_by_itself()
    {
        IEnumerable<string> wrong = Repository.Files
            .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(path => new SourceFile(path).Matches(UpstreamSwitch(), "use <UpstreamReference Include=\"…\" />"));
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> ProjectReferences(string project) =>
        XDocument.Load(Repository.Absolute(project)).Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "UpstreamProject")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?(Complaints\.[\w.]+);")]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"\bDuckDB\.NET\b|\bDuckDB[A-Z]\w+\b")]
    private static partial Regex DuckDbUse();

    [GeneratedRegex(@"UpstreamPackages")]
    private static partial Regex UpstreamSwitch();
}
