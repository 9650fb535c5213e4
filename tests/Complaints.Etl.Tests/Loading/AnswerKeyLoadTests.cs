using Complaints.Domain.Time;
using Complaints.Etl.Generate;
using Complaints.Etl.Generate.Faults;
using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

public sealed class AnswerKeyLoadTests
{
    [Fact]
    public async Task Every_planted_fault_is_corrected_or_quarantined_under_its_rule_and_no_clean_row_is()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await AgentSampleGenerator.GenerateAsync(
            new AgentSampleOptions(test.SetFolder) { Faults = true, Homes = AgentSampleOptions.FewestHomesWithFaults },
            TestContext.Current.CancellationToken);
        AnswerKey key = await AnswerKey.ReadAsync(test.SetFolder, TestContext.Current.CancellationToken);

        LoadOutcome outcome = await test.LoadAsync();

        Assert.Equal(4, outcome.ExitCode);
        Assert.All(outcome.Files, file => Assert.True(file.Reconciles));
        string[] expected = [.. key.Faults.Where(fault => fault.Outcome == FaultOutcome.Quarantined)
            .Select(fault => $"{fault.File}|{fault.Line}|{fault.Rule}").Order(StringComparer.Ordinal)];
        string[] actual = [.. (await test.QueryAsync("SELECT file_name, line, rule_id FROM load_quarantine WHERE status = 'open'")).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, actual);
        foreach (PlantedFault fault in key.Faults.Where(fault => fault.Outcome == FaultOutcome.Corrected))
        {
            FileOutcome file = outcome.Files.Single(file => file.FileName == fault.File);
            Assert.True(
                file.CorrectedLines.TryGetValue(fault.Rule, out IReadOnlyList<long>? lines) && lines.Contains(fault.Line),
                $"{fault.File}:{fault.Line} {fault.Fault} should have been corrected by {fault.Rule}");
        }
    }

    [Fact]
    public async Task A_clean_sample_loads_whole_and_loading_it_again_changes_nothing()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        GeneratedSample sample = await AgentSampleGenerator.GenerateAsync(
            new AgentSampleOptions(test.SetFolder) { Homes = 400, Years = 1, LastYear = ReportingYear.FromStartYear(2024) },
            TestContext.Current.CancellationToken);

        LoadOutcome first = await test.LoadAsync();
        LoadOutcome second = await test.LoadAsync();

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(sample.Files.Sum(file => file.Rows), first.RowsRead);
        Assert.All(second.Files, file => Assert.Equal(file.RowsRead, file.RowsUnchanged));
        Assert.Equal(0, second.Plan.Added + second.Plan.Changed + second.Plan.Closed + second.Plan.Withdrawn);
    }
}
