using System.Text.Json;
using System.Text.RegularExpressions;

namespace Complaints.Architecture.Tests;

/// <summary>NOTICE.md names every package that the command ships, in the version that it ships.</summary>
public sealed partial class NoticeTests
{
    private const string Shipped = "src/Complaints.Cli/packages.lock.json";

    /// <summary>Packages that take part in the build alone.</summary>
    private static readonly string[] BuildOnly = ["Grpc.Tools"];

    [Fact]
    public void Every_package_that_ships_has_a_line_and_every_line_a_package()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Repository.Absolute(Shipped)));
        string[] packages = [.. locked.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !BuildOnly.Contains(package.Name))
            .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}")];
        string[] lines = [.. File.ReadAllLines(Repository.Absolute("NOTICE.md"))
            .Select(line => Line().Match(line))
            .Where(match => match.Success && match.Groups[1].Value != "package")
            .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}")];
        TidyTests.Nothing(packages.Except(lines).Select(package => $"NOTICE.md has no line for {package}; its licence is in the package")
            .Concat(lines.Except(packages).Select(line => $"NOTICE.md names {line}, which {Shipped} does not")));
    }

    [GeneratedRegex(@"^\| (\S+) \| (\S+) \| \S.* \|$")]
    private static partial Regex Line();
}
