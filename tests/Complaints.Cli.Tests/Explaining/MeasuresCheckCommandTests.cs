using System.Text.Json;
using Complaints.Cli.Tests.Running;
using Complaints.Measures.Catalogue;

namespace Complaints.Cli.Tests.Explaining;

/// <summary>A file of measures is checked on the command line: all faults at once, and an exit code that a script can go by.</summary>
public sealed class MeasuresCheckCommandTests
{
    [Fact]
    public async Task Faults_are_all_told_and_end_with_the_code_of_a_refusal()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(
            folder["ours.jsonc"],
            """
            { "measures": [ {
              "id": "Ours", "title": "Ours", "unit": "complaints", "kind": "counts", "population": "tsm", "date_role": "made",
              "numerator": { "count": { "field": "stage", "op": "eq", "value": 2 } } } ] }
            """,
            TestContext.Current.CancellationToken);
        ProcessResult run = (await CommandLineRun.ComplaintsAsync(folder.Path, "measures", "check", "ours.jsonc")).Expect(3);
        Assert.Equal(3, run.Messages.Split('\n').Count(line => line.StartsWith("error: ", StringComparison.Ordinal)));
        Assert.Contains("did you mean count?", run.Messages, StringComparison.Ordinal);
        Assert.Contains("3 faults", run.Output, StringComparison.Ordinal);

        string json = (
            await CommandLineRun.ComplaintsAsync(folder.Path, "measures", "check", "ours.jsonc", "--format", "json")).Expect(3).Output;
        using var document = JsonDocument.Parse(json);
        Assert.Equal(3, document.RootElement.GetProperty("faults").GetArrayLength());
        (await CommandLineRun.ComplaintsAsync(folder.Path, "measures", "check", "missing.jsonc")).Expect(3);
    }

    [Fact]
    public async Task The_catalogue_that_ships_has_no_fault()
    {
        using TemporaryFolder folder = new();
        string output = (await CommandLineRun.ComplaintsAsync(folder.Path, "measures", "check")).Expect(0).Output;
        Assert.Contains($"measures.jsonc: {MeasureCatalogue.Shipped.Ids.Count()} measures, no fault.", output, StringComparison.Ordinal);
    }
}
