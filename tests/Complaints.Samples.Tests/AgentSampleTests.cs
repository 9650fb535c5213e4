using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Samples.Agent;
using Complaints.Samples.Files;

namespace Complaints.Samples.Tests;

public class AgentSampleTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_another_sample()
    {
        using SampleTestFolder one = new();
        using SampleTestFolder same = new();
        using SampleTestFolder other = new();
        await Generate(one, faults: true);
        await Generate(same, faults: true);
        await Generate(other, faults: true, seed: 2);
        Assert.Equal(one.Hashes(), same.Hashes());
        Assert.NotEqual(one.Hashes()["crm-complaints.csv"], other.Hashes()["crm-complaints.csv"]);
    }

    [Fact]
    public async Task A_sample_without_faults_has_none()
    {
        using SampleTestFolder folder = new();
        GeneratedSample sample = await Generate(folder);
        Assert.Equal(0, sample.PlantedFaults);
        Assert.False(File.Exists(Path.Combine(folder.Path, "answer-key.json")));
        Dictionary<string, List<CrossReference>> references = CrossReferences(folder.Path);
        SampleCsv crm = SampleCsv.Read(folder.Path, "crm-complaints.csv");
        Dictionary<string, DateOnly> stage1 = [];
        HashSet<string> keys = [];
        foreach (string[] row in crm.Rows)
        {
            Assert.Equal(27, row.Length);
            Assert.All(row, cell => Assert.Equal(cell.Trim(), cell));
            string reference = crm.Cell(row, "Case ID");
            string stage = crm.Cell(row, "Stage");
            Assert.True(keys.Add(reference + stage), $"{reference} {stage} twice");
            DateOnly received = crm.Day(row, "Date received", "dd/MM/yyyy")!.Value;
            Assert.True(received <= sample.ExtractDate);
            foreach (string later in (string[])["Date logged", "Date acknowledged", "Extension agreed", "Date responded", "Date closed"])
            {
                DateOnly? day = crm.Day(row, later, "dd/MM/yyyy");
                Assert.False(day < received || day > sample.ExtractDate, $"{reference} {stage}: {later} {day}");
            }

            if (stage == "Stage 1")
            {
                stage1.Add(reference, received);
            }
            else
            {
                Assert.True(stage1[reference] < received);
            }

            Assert.Single(references[crm.Cell(row, "Asset Ref")], known => known.Covers(received));
        }
    }

    [Fact]
    public async Task A_promise_is_made_before_it_is_due_or_done_and_most_are_open_for_a_while()
    {
        using SampleTestFolder folder = new();
        GeneratedSample sample = await Generate(folder);
        SampleCsv actions = SampleCsv.Read(folder.Path, "crm-actions.csv");
        int early = 0;
        foreach (string[] row in actions.Rows)
        {
            DateOnly made = actions.Day(row, "Made", "dd/MM/yyyy")!.Value;
            DateOnly? due = actions.Day(row, "Due", "dd/MM/yyyy");
            Assert.False(made > sample.ExtractDate || due < made || actions.Day(row, "Done", "dd/MM/yyyy") < made);
            early += made < due ? 1 : 0;
        }

        Assert.True(early > actions.Rows.Count / 2);
    }

    [Fact]
    public async Task The_rates_are_those_of_the_sector()
    {
        using SampleTestFolder folder = new();
        await Generate(folder, homes: 20_000);
        SampleCsv crm = SampleCsv.Read(folder.Path, "crm-complaints.csv");
        int stage1 = crm.Rows.Count(row => crm.Cell(row, "Stage") == "Stage 1");
        int stage2 = crm.Rows.Count - stage1;
        // The case system holds 21 months of the sample.
        double perThousand = stage1 / 20.0 / (21 / 12.0);
        Assert.InRange(perThousand, 40, 56);
        Assert.InRange(stage2 / (double)stage1, 0.14, 0.24);
        double repairs = crm.Rows.Count(row => crm.Cell(row, "Category") == "Repairs") / (double)crm.Rows.Count;
        Assert.InRange(repairs, 0.45, 0.60);
    }

    [Fact]
    public async Task Stock_at_each_year_end_is_what_the_registers_say()
    {
        using SampleTestFolder folder = new();
        await Generate(folder);
        SampleCsv council = SampleCsv.Read(folder.Path, "wcc-properties.csv");
        SampleCsv partner = SampleCsv.Read(folder.Path, "wch-properties.csv");
        SampleCsv stock = SampleCsv.Read(folder.Path, "stock.csv");
        Assert.Equal(8, stock.Rows.Count);
        foreach (string[] row in stock.Rows)
        {
            DateOnly at = stock.Day(row, "year_end", "dd/MM/yyyy")!.Value;
            string[] tenures = stock.Cell(row, "stock_type") == "LCRA" ? ["SEC", "INT", "NON", "DEC", "TAF", "GN", "IR"] : ["SHO", "SO"];
            int homes = stock.Cell(row, "landlord_code") == "00BK"
                ? council.Rows.Count(
                    home => tenures.Contains(council.Cell(home, "tenure")) && !(council.Day(home, "managed_to", "dd/MM/yyyy") <= at))
                : partner.Rows.Count(
                    home => tenures.Contains(partner.Cell(home, "Tenure type")) && partner.Day(home, "From", "dd/MM/yyyy") <= at);
            Assert.Equal(homes, int.Parse(stock.Cell(row, "homes"), CultureInfo.InvariantCulture));
        }

        Assert.InRange(partner.Rows.Count, 440, 460);
    }

    [Fact]
    public async Task Escalation_follows_known_probabilities()
    {
        using SampleTestFolder folder = new();
        GeneratedSample sample = await Generate(folder, homes: 20_000);
        SampleCsv truth = SampleCsv.Read(folder.Path, "truth.csv");
        List<(double Probability, bool Escalated)> cases = [.. truth.Rows.Select(row => (
            double.Parse(truth.Cell(row, "probability"), CultureInfo.InvariantCulture), truth.Cell(row, "escalated") == "1"))];
        Assert.InRange(sample.BestPossibleAuc!.Value, 0.75, 0.80);
        Assert.InRange(cases.Average(made => made.Probability), 0.195, 0.205);
        double escalated = cases.Count(made => made.Escalated);
        double sigma = Math.Sqrt(cases.Sum(made => made.Probability * (1 - made.Probability)));
        Assert.InRange(escalated, cases.Sum(made => made.Probability) - (4 * sigma), cases.Sum(made => made.Probability) + (4 * sigma));
        Assert.InRange(Auc(cases), sample.BestPossibleAuc.Value - 0.04, sample.BestPossibleAuc.Value + 0.04);
    }

    [Fact]
    public async Task Homes_and_years_out_of_range_are_a_wrong_command()
    {
        using SampleTestFolder folder = new();
        await Assert.ThrowsAsync<UsageException>(() => Generate(folder, homes: 10));
        await Assert.ThrowsAsync<UsageException>(() => Generate(folder, faults: true, homes: 500));
        await Assert.ThrowsAsync<UsageException>(() => AgentSampleGenerator.GenerateAsync(
            new AgentSampleOptions(folder.Path) { Years = 40 }, CancellationToken.None));
    }

    [Fact]
    public async Task A_folder_with_other_files_is_left_alone()
    {
        using SampleTestFolder folder = new();
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "thesis.txt"), "do not overwrite");
        await Assert.ThrowsAsync<UserException>(() => Generate(folder));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    private static Task<GeneratedSample> Generate(SampleTestFolder folder, bool faults = false, int homes = 4_000, long seed = 1) =>
        AgentSampleGenerator.GenerateAsync(
            new AgentSampleOptions(folder.Path) { Faults = faults, Homes = homes, Seed = seed }, CancellationToken.None);

    private static Dictionary<string, List<CrossReference>> CrossReferences(string folder)
    {
        SampleCsv table = SampleCsv.Read(folder, "property-references.csv");
        return table.Rows
            .GroupBy(row => table.Cell(row, "Asset Ref"))
            .ToDictionary(
                group => group.Key,
                group => group.Select(row => new CrossReference(
                    table.Day(row, "From", "dd/MM/yyyy") ?? DateOnly.MinValue,
                    table.Day(row, "To", "dd/MM/yyyy") ?? DateOnly.MaxValue)).ToList());
    }

    private static double Auc(List<(double Probability, bool Escalated)> cases)
    {
        double others = 0;
        double won = 0;
        foreach (var (_, escalated) in cases.OrderBy(made => made.Probability))
        {
            won += escalated ? others : 0;
            others += escalated ? 0 : 1;
        }

        return won / (others * (cases.Count - others));
    }

    private sealed record CrossReference(DateOnly From, DateOnly To)
    {
        public bool Covers(DateOnly day) => day >= From && day < To;
    }
}
