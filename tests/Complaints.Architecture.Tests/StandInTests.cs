using System.Xml.Linq;

namespace Complaints.Architecture.Tests;

/// <summary>The switch to the real packages can only work where each stand-in's original is known and pinned.</summary>
public sealed class StandInTests
{
    private static readonly XDocument Pins = XDocument.Load(Repository.Absolute("Directory.Packages.props"));
    private static readonly XDocument Targets = XDocument.Load(Repository.Absolute("Directory.Build.targets"));

    public static TheoryData<string> Names =>
        [.. Repository.Files
            .Where(path => path.StartsWith("src/Polyfills/", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stand_in_prunes_its_original_and_pins_it_exactly(string name)
    {
        string package = Targets.Descendants("UpstreamReference")
            .FirstOrDefault(renamed => renamed.Attribute("Update")?.Value == name)?.Attribute("Package")?.Value ?? name;
        Assert.Contains(package, Targets.Descendants("PolyfilledPackage").SelectMany(item => item.Attribute("Include")!.Value.Split(';')));
        XElement pin = Assert.Single(Pins.Descendants("PackageVersion"), item => item.Attribute("Include")!.Value == package);
        Assert.Equal("Upstream", pin.Parent!.Attribute("Label")?.Value);
        Assert.Matches(@"^\[[0-9.]+\]$", pin.Attribute("Version")!.Value);
    }

    [Fact]
    public void The_pins_of_the_originals_count_only_where_the_switch_is_on()
    {
        XElement group = Assert.Single(Pins.Descendants("ItemGroup"), item => item.Attribute("Label")?.Value == "Upstream");
        Assert.Equal("'$(UpstreamPackages)' == 'true'", group.Attribute("Condition")?.Value);
    }

    [Fact]
    public void The_solution_lists_no_stand_in() =>
        Assert.DoesNotContain("Polyfills\\", File.ReadAllText(Repository.Absolute("Complaints.Warehouse.sln"))
            .Replace("Complaints.Polyfills.Tests\\", string.Empty, StringComparison.Ordinal).Replace('/', '\\'), StringComparison.Ordinal);
}
