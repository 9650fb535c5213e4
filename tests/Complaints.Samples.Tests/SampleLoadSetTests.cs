using Complaints.Etl.Mapping;
using Complaints.Samples.Agent;
using Complaints.Samples.Files;

namespace Complaints.Samples.Tests;

public class SampleLoadSetTests(TsmSampleFixture fixture) : IClassFixture<TsmSampleFixture>
{
    [Fact]
    public async Task The_agent_samples_manifest_and_mappings_are_accepted()
    {
        using SampleTestFolder folder = new();
        GeneratedSample sample = await AgentSampleGenerator.GenerateAsync(new AgentSampleOptions(folder.Path), CancellationToken.None);
        Check(folder, sample.ExtractDate, sample.Files.Select(file => file.Name));
    }

    [Fact]
    public async Task The_sector_samples_manifest_and_mappings_are_accepted()
    {
        SampleTestFolder folder = await fixture.Year2024Async();
        Check(folder, new DateOnly(2025, 6, 30), ["landlords.csv", "stock.csv", "stages.csv"]);
    }

    private static void Check(SampleTestFolder folder, DateOnly extractDate, IEnumerable<string> files)
    {
        LoadSet loadSet = LoadSetReader.Read(folder.Path);
        Assert.Equal(extractDate, loadSet.ExtractDate);
        Assert.Equal(files, loadSet.Files.Select(file => Path.GetFileName(file.DataPath)));
        Assert.All(loadSet.Files, file =>
        {
            // Every column that a mapping names is in its file.
            string header = File.ReadLines(file.DataPath).First();
            string[] columns = header.Split(header.Contains(';', StringComparison.Ordinal) ? ';' : ',');
            Assert.All(
                file.Mapping!.Columns, source => Assert.True(source.Column is null || columns.Contains(source.Column), source.Column));
        });
    }
}
