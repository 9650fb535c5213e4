using System.Globalization;
using Complaints.Etl.Loading;
using Complaints.Etl.Quarantine;
using Complaints.Samples.Agent;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;

namespace Complaints.Samples.Tests;

/// <summary>
/// A cross-reference that lacks one in twenty of the other landlord's homes, and a case system that gives no UPRN: what the worklist
/// suggests for their complaints, against what the sample knows.
/// </summary>
public class AgentSuggestionTests
{
    private const string CrossReference = "property-references.csv";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(2026)]
    public async Task No_first_suggestion_points_to_the_wrong_landlord(long seed)
    {
        using SampleTestFolder sample = new();
        using SampleTestFolder place = new();
        await AgentSampleGenerator.GenerateAsync(
            new AgentSampleOptions(sample.Path) { Homes = 16_000, Seed = seed }, TestContext.Current.CancellationToken);
        SampleCsv references = SampleCsv.Read(sample.Path, CrossReference);
        int removed = RemoveReferences(sample.Path);
        ForgetUprns(sample.Path);

        await using IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(place.Path), TimeProvider.System);
        await warehouse.MigrateAsync(TestContext.Current.CancellationToken);
        await new LoadPipeline(warehouse, TimeProvider.System, PseudonymKey.Beside(place.Path))
            .RunAsync(new LoadRequest { Path = sample.Path }, progress: null, TestContext.Current.CancellationToken);
        IReadOnlyList<WorklistEntry> entries = await new WorklistStore(warehouse).ListAsync(TestContext.Current.CancellationToken);

        int hits = 0;
        int wrongHome = 0;
        int wrongLandlord = 0;
        int none = 0;
        int listed = 0;
        foreach (WorklistEntry entry in entries)
        {
            (string register, string property) = Truth(references, entry.Row.Value!, entry.Day!.Value);
            string landlord = register == AgentNames.PartnerRegister ? AgentNames.Partner : AgentNames.Council;
            WorklistSuggestion? first = entry.Leading;
            if (entry.Homes.FirstOrDefault() is WorklistSuggestion named)
            {
                listed++;
                Assert.Equal((landlord, property), (named.Landlord.Value, named.PropertyReference));
            }

            (hits, wrongHome, wrongLandlord, none) = first is null ? (hits, wrongHome, wrongLandlord, none + 1)
                : first.Landlord.Value != landlord ? (hits, wrongHome, wrongLandlord + 1, none)
                : first.PropertyReference != property || first.PropertyAllocator != register ? (hits, wrongHome + 1, wrongLandlord, none)
                : (hits + 1, wrongHome, wrongLandlord, none);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}: {removed} homes out of the cross-reference, {entries.Count} rows wait: {hits} hits, {wrongLandlord + wrongHome} misses ({wrongLandlord} of the wrong landlord), {none} without; {listed} name a home, whatever its confidence, and all the right one"));
        Assert.True(entries.Count > 20);
        Assert.Equal((0, 0), (wrongLandlord, wrongHome));
        Assert.True(hits >= 0.5 * entries.Count);
    }

    // Each twentieth home of the other landlord is not known to the case system's people.
    private static int RemoveReferences(string folder)
    {
        string path = Path.Combine(folder, CrossReference);
        int partners = 0;
        int removed = 0;
        List<string> kept = [];
        foreach (string line in File.ReadLines(path))
        {
            if (line.Contains(AgentNames.PartnerRegister, StringComparison.Ordinal) && partners++ % 20 == 0)
            {
                removed++;
                continue;
            }

            kept.Add(line);
        }

        File.WriteAllLines(path, kept);
        return removed;
    }

    private static void ForgetUprns(string folder)
    {
        foreach (string path in Directory.GetFiles(folder, "c*.mapping.jsonc"))
        {
            File.WriteAllText(path, File.ReadAllText(path).Replace("\"uprn_column\": \"UPRN\", ", "", StringComparison.Ordinal));
        }
    }

    private static (string Register, string Property) Truth(SampleCsv references, string asset, DateOnly day) => references.Rows
        .Where(row => references.Cell(row, "Asset Ref") == asset
            && !(day < references.Day(row, "From", "dd/MM/yyyy"))
            && !(day >= references.Day(row, "To", "dd/MM/yyyy")))
        .Select(row => (references.Cell(row, "Register"), references.Cell(row, "Property")))
        .Single();
}
