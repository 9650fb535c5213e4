using System.Text.RegularExpressions;
using System.Xml.Linq;
using Complaints.Architecture.Tests.Il;

namespace Complaints.Architecture.Tests;

/// <summary>
/// References run one way: Domain ← Warehouse ← {engines, Etl, Measures, Escalation} ← Protocol ← Service ← Cli; Learning beside Domain.
/// </summary>
public sealed partial class ReferenceDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Complaints.Domain"] = [],
        ["Complaints.Learning"] = ["Complaints.Domain"],
        ["Complaints.Learning.Bench"] = ["Complaints.Domain", "Complaints.Learning"],
        ["Complaints.Warehouse"] = ["Complaints.Domain"],
        ["Complaints.Warehouse.DuckDb"] = ["Complaints.Domain", "Complaints.Warehouse"],
        ["Complaints.Etl"] = ["Complaints.Domain", "Complaints.Warehouse"],
        ["Complaints.Samples"] = ["Complaints.Domain", "Complaints.Warehouse", "Complaints.Etl"],
        ["Complaints.Measures"] = ["Complaints.Domain", "Complaints.Warehouse"],
        ["Complaints.Escalation"] = ["Complaints.Domain", "Complaints.Warehouse", "Complaints.Learning"],
        ["Complaints.Protocol"] =
            ["Complaints.Domain", "Complaints.Warehouse", "Complaints.Measures", "Complaints.Learning", "Complaints.Escalation"],
        ["Complaints.Service"] =
        [
            "Complaints.Domain", "Complaints.Warehouse", "Complaints.Measures", "Complaints.Learning", "Complaints.Escalation",
            "Complaints.Protocol",
        ],
        ["Complaints.Cli"] =
        [
            "Complaints.Domain", "Complaints.Warehouse", "Complaints.Warehouse.DuckDb", "Complaints.Etl", "Complaints.Samples",
            "Complaints.Measures",
            "Complaints.Learning", "Complaints.Learning.Bench", "Complaints.Escalation", "Complaints.Protocol", "Complaints.Service",
        ],
    };

    public static TheoryData<string> Products => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Products))]
    public void A_project_references_only_what_is_below_it(string project)
    {
        string[] referenced = [.. ProjectReferences($"src/{project}/{project}.csproj")
            .Where(name => name.StartsWith("Complaints.", StringComparison.Ordinal))];
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
                Owner(line.match.Groups[1].Value) == name))
            .Select(line => $"{file.Path}:{line.number}: {project} may not use {line.match.Groups[1].Value}"));
        TidyTests.Nothing(wrong);
    }

    [Fact]
    public void Every_product_project_is_in_the_rule() => Assert.Empty(Repository.Products.Except(Allowed.Keys));

    [Theory]
    [MemberData(nameof(Products))]
    public void What_was_built_of_a_project_uses_only_what_is_below_it(string project)
    {
        string[] below = [.. Allowed[project]];
        IEnumerable<string> wrong = ProductAssembly.All.Single(assembly => assembly.Project == project).Uses
            .Where(use => use.Assembly is string other
                && (other.StartsWith("Complaints.", StringComparison.Ordinal) || other == "complaints")
                && !below.Contains(other))
            .Select(use => $"{use.User} uses {use.Used} of {use.Assembly}");
        TidyTests.Nothing(wrong);
    }

    // The longest project name that a namespace begins with: Complaints.Warehouse.DuckDb.Loading is the engine's.
    private static string? Owner(string name) => Allowed.Keys
        .Where(project => name == project || name.StartsWith(project + ".", StringComparison.Ordinal))
        .MaxBy(project => project.Length);

    private static IEnumerable<string> ProjectReferences(string project) =>
        XDocument.Load(Repository.Absolute(project)).Descendants()
            .Where(element => element.Name.LocalName == "ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?(Complaints\.[\w.]+);")]
    private static partial Regex UsingLine();
}
