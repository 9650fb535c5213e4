using Complaints.Architecture.Tests.Il;

namespace Complaints.Architecture.Tests;

/// <summary>
/// Inside a project too the arrows run one way: no folder uses one that uses it, over others or not. A family in a sub-folder is part of
/// its folder. Read from what was built, so that neither a full name nor a using that nobody needs can hide or make an arrow.
/// </summary>
public sealed class NamespaceCircleTests
{
    public static TheoryData<string> Products => [.. Repository.Products];

    [Theory]
    [MemberData(nameof(Products))]
    public void No_namespaces_of_a_project_use_each_other(string project)
    {
        ProductAssembly assembly = ProductAssembly.All.Single(one => one.Project == project);
        IEnumerable<string> wrong = Circles(assembly)
            .Select(circle => $"{string.Join(" <-> ", circle)}:\n{string.Join("\n", Uses(assembly, circle))}");
        TidyTests.Nothing(wrong);
    }

    [Fact]
    public void The_reader_of_assemblies_sees_an_arrow_that_is_there()
    {
        ProductAssembly domain = ProductAssembly.All.Single(assembly => assembly.Project == "Complaints.Domain");
        Assert.Contains(domain.Uses, use => use is { From: "Complaints.Domain.Code", To: "Complaints.Domain.Time" });
        Assert.DoesNotContain(domain.Uses, use => use is { From: "Complaints.Domain.Time", To: "Complaints.Domain.Code" });
    }

    private static IEnumerable<string[]> Circles(ProductAssembly assembly)
    {
        ILookup<string, string> arrows = assembly.Uses
            .Where(use => use.Assembly is null)
            .Select(use => (From: Folder(assembly, use.From), To: Folder(assembly, use.To)))
            .Where(use => use.From != use.To && use.From.Length > 0 && use.To.Length > 0)
            .Distinct()
            .ToLookup(use => use.From, use => use.To);
        Dictionary<string, HashSet<string>> reached = arrows.ToDictionary(arrow => arrow.Key, arrow => Reach(arrow.Key, arrows));
        return reached.Keys
            .Where(name => reached[name].Contains(name))
            .Select(name => reached[name].Where(other => reached.TryGetValue(other, out HashSet<string>? back) && back.Contains(name)))
            .Select(circle => circle.Order(StringComparer.Ordinal).ToArray())
            .DistinctBy(circle => string.Join(' ', circle));
    }

    // Complaints.Etl.Extract.Sheets is part of Complaints.Etl.Extract; what the compiler makes has no folder.
    private static string Folder(ProductAssembly assembly, string name) => name == assembly.Project ? name
        : name.StartsWith(assembly.Project + ".", StringComparison.Ordinal)
            ? assembly.Project + "." + name[(assembly.Project.Length + 1)..].Split('.')[0]
            : "";

    private static HashSet<string> Reach(string from, ILookup<string, string> arrows)
    {
        HashSet<string> reached = [];
        Stack<string> open = new([from]);
        while (open.TryPop(out string? name))
        {
            foreach (string next in arrows[name].Where(reached.Add))
            {
                open.Push(next);
            }
        }

        return reached;
    }

    private static IEnumerable<string> Uses(ProductAssembly assembly, string[] circle) => assembly.Uses
        .Where(use => use.Assembly is null)
        .Select(use => (use.User, use.Used, From: Folder(assembly, use.From), To: Folder(assembly, use.To)))
        .Where(use => use.From != use.To && circle.Contains(use.From) && circle.Contains(use.To))
        .GroupBy(use => $"  {use.From} -> {use.To}: ")
        .Select(arrow => arrow.Key + string.Join(", ", arrow.Select(use => $"{Short(use.User)} {Short(use.Used)}").Distinct().Take(4)))
        .Order(StringComparer.Ordinal);

    private static string Short(string type) => type[(type.LastIndexOf('.') + 1)..];
}
