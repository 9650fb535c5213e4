using System.Text.Json;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests;

/// <summary>Where definitions come from, as users are told.</summary>
public sealed class SourcesTests
{
    [Fact]
    public async Task The_catalogue_is_given_to_machines_too_and_cites_documents_that_readers_can_find()
    {
        using TemporaryFolder folder = new();
        ProcessResult run = (await CommandLineRun.ComplaintsAsync(folder.Path, "measures", "--format", "json")).Expect(0);

        using JsonDocument measures = JsonDocument.Parse(run.Output);
        string[] sources = [.. measures.RootElement.EnumerateArray().Select(measure => measure.GetProperty("source").GetString()!)];
        Assert.NotEmpty(sources);
        Assert.All(sources, source =>
        {
            Assert.DoesNotContain("domain", source, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(@"\[[FIR]\]", source);
        });
    }
}
