using Complaints.Samples.Agent;
using Complaints.Samples.Faults;
using Complaints.Samples.Files;

namespace Complaints.Samples.Tests;

public class AnswerKeyTests
{
    private const int FaultCopies = 3;

    // Every rule a load can apply to a row, but for 'restated-row', which is about a later load.
    private static readonly string[] s_rules =
    [
        "ambiguous-date", "bad-date", "bad-number", "bad-uprn", "duplicate-case", "duplicate-row", "excel-serial-date", "future-date",
        "impossible-date-order", "landlord-ambiguous", "landlord-unmatched", "match-by-uprn", "missing-cells", "missing-key",
        "missing-received-date", "mojibake",
        "normalise-identifier", "null-word", "repair-mojibake", "stage2-before-stage1", "stage2-without-stage1", "strip-uprn", "too-long",
        "too-many-cells", "trim-padding", "unknown-code", "unknown-landlord", "unknown-stage", "unknown-tenure", "uprn-scientific",
    ];

    [Fact]
    public async Task Every_rule_has_planted_faults_and_every_kind_of_fault_is_planted()
    {
        using SampleTestFolder folder = new();
        GeneratedSample sample = await Generate(folder, faults: true);
        AnswerKey key = await AnswerKey.ReadAsync(folder.Path, CancellationToken.None);
        Assert.Equal(sample.PlantedFaults, key.Faults.Count);
        Assert.Equal(s_rules, key.Faults.Select(fault => fault.Rule).Distinct().Order(StringComparer.Ordinal));
        Dictionary<string, int> kinds = key.Faults.GroupBy(fault => fault.Fault).ToDictionary(kind => kind.Key, kind => kind.Count());
        Assert.Equal(42, kinds.Count);
        Assert.All(kinds, kind => Assert.True(kind.Value >= 3 || kind.Key.StartsWith("stock-", StringComparison.Ordinal), kind.Key));
    }

    [Fact]
    public async Task Every_fault_stands_where_the_key_says()
    {
        using SampleTestFolder folder = new();
        await Generate(folder, faults: true);
        AnswerKey key = await AnswerKey.ReadAsync(folder.Path, CancellationToken.None);
        Assert.Equal(key.Faults.Count, key.Faults.Select(fault => (fault.File, fault.Line)).Distinct().Count());
        foreach (IGrouping<string, PlantedFault> file in key.Faults.GroupBy(fault => fault.File))
        {
            SampleCsv table = SampleCsv.Read(folder.Path, file.Key);
            foreach (PlantedFault fault in file)
            {
                string[] row = table.Rows[(int)fault.Line - 2];
                Assert.Equal(fault.Key, row[0]);
                if (fault.Column is string column)
                {
                    Assert.Equal(fault.Value, table.Cell(row, column));
                }
            }
        }
    }

    [Fact]
    public async Task Rows_that_are_not_in_the_key_are_those_of_the_sample_without_faults()
    {
        using SampleTestFolder clean = new();
        using SampleTestFolder faulty = new();
        GeneratedSample without = await Generate(clean, faults: false);
        await Generate(faulty, faults: true);
        AnswerKey key = await AnswerKey.ReadAsync(faulty.Path, CancellationToken.None);
        foreach (GeneratedFile file in without.Files)
        {
            HashSet<string> known = [.. File.ReadLines(Path.Combine(clean.Path, file.Name))];
            HashSet<long> planted = [.. key.Faults.Where(fault => fault.File == file.Name).Select(fault => fault.Line)];
            string[] others = [.. File.ReadLines(Path.Combine(faulty.Path, file.Name))
                .Where((line, at) => !planted.Contains(at + 1) && !known.Contains(line))];
            // The second homes of ambiguous references are the fault behind rows of another file.
            Assert.Equal(file.Name == "property-references.csv" ? FaultCopies : 0, others.Length);
        }
    }

    private static Task<GeneratedSample> Generate(SampleTestFolder folder, bool faults) => AgentSampleGenerator.GenerateAsync(
        new AgentSampleOptions(folder.Path) { Faults = faults }, CancellationToken.None);
}
