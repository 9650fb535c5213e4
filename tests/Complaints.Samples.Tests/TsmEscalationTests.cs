using System.Globalization;
using Complaints.Domain.Time;
using Complaints.Etl.Tests.Rsh;
using Complaints.Samples.Files;

namespace Complaints.Samples.Tests;

/// <summary>Who goes to stage 2 in the sector sample, and when.</summary>
public class TsmEscalationTests(TsmSampleFixture fixture) : IClassFixture<TsmSampleFixture>
{
    private static readonly ReportingYear s_year = ReportingYear.Parse("2024/25");

    [Fact]
    public async Task Cases_escalate_as_often_as_their_probabilities_say()
    {
        SampleTestFolder folder = await fixture.Year2024Async();
        List<Truth> cases = [.. ReadTruth(folder.Path).Values];
        Assert.InRange(cases.Average(made => made.Probability), 0.19, 0.22);
        foreach (IGrouping<int, Truth> tenth in cases.GroupBy(made => (int)(made.Probability * 10)))
        {
            double sigma = Math.Sqrt(tenth.Sum(made => made.Probability * (1 - made.Probability)));
            double expected = tenth.Sum(made => made.Probability);
            Assert.InRange(tenth.Count(made => made.Escalated), expected - (4 * sigma) - 1, expected + (4 * sigma) + 1);
        }
    }

    [Fact]
    public async Task The_last_quarter_escalates_as_the_others_do_and_asks_after_the_year()
    {
        SampleTestFolder folder = await fixture.Year2024Async();
        Dictionary<string, Truth> truth = ReadTruth(folder.Path);
        SampleCsv stages = SampleCsv.Read(folder.Path, "stages.csv");
        HashSet<string> asked =
            [.. stages.Rows.Where(row => stages.Cell(row, "stage") == "2").Select(row => stages.Cell(row, "case_reference"))];
        foreach (IGrouping<DateOnly, Truth> month in stages.Rows
            .Where(row => stages.Cell(row, "stage") == "1" && stages.Day(row, "responded_on") is not null)
            .GroupBy(row => Month(stages.Day(row, "responded_on")!.Value), row => truth[stages.Cell(row, "case_reference")])
            .Where(month => month.Key <= new DateOnly(2025, 4, 1)))
        {
            double sigma = Math.Sqrt(month.Sum(made => made.Probability * (1 - made.Probability)));
            double expected = month.Sum(made => made.Probability);
            int seen = month.Count(made => asked.Contains(made.Reference));
            Assert.InRange(seen, expected - (4 * sigma), expected + (4 * sigma));
            Assert.Equal(month.Count(made => made.Escalated), seen);
        }

        DateOnly[] two =
            [.. stages.Rows.Where(row => stages.Cell(row, "stage") == "2").Select(row => stages.Day(row, "received_on")!.Value)];
        Assert.InRange(two.Count(s_year.Next.Contains), 5_000, 8_000);
        Assert.All(two, day => Assert.True(day <= new DateOnly(2025, 6, 30)));
    }

    [Fact]
    public async Task Cases_before_the_year_are_there_whether_they_escalate_or_not()
    {
        SampleTestFolder folder = await fixture.Year2024Async();
        Dictionary<string, Truth> truth = ReadTruth(folder.Path);
        SampleCsv stages = SampleCsv.Read(folder.Path, "stages.csv");
        Truth[] before = [.. stages.Rows
            .Where(row => stages.Cell(row, "stage") == "1" && !s_year.Contains(stages.Day(row, "received_on")!.Value))
            .Select(row => truth.GetValueOrDefault(stages.Cell(row, "case_reference")))
            .OfType<Truth>()];
        Assert.InRange(before.Length, 70_000, 80_000);
        Assert.InRange(before.Average(made => made.Escalated ? 1.0 : 0.0), 0.19, 0.22);
    }

    [Fact]
    public async Task A_landlords_cases_do_not_depend_on_the_others()
    {
        SampleTestFolder all = await fixture.Year2024Async();
        using SampleTestFolder alone = new();
        GeneratedSample sample = await TsmSampleGenerator.GenerateAsync(
            new TsmSampleOptions(ReferenceData.Workbook(2025), s_year, alone.Path) { Landlords = ["00BK"] },
            TestContext.Current.CancellationToken);
        SampleCsv some = SampleCsv.Read(alone.Path, "stages.csv");
        SampleCsv every = SampleCsv.Read(all.Path, "stages.csv");
        Assert.Equal(every.Rows.Where(row => every.Cell(row, "landlord_code") == "00BK"), some.Rows);
        Assert.InRange(sample.BestPossibleAuc!.Value, 0.6, 0.8);
    }

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);

    private static Dictionary<string, Truth> ReadTruth(string folder)
    {
        SampleCsv truth = SampleCsv.Read(folder, GeneratedSample.TruthFileName);
        return truth.Rows
            .Select(row => new Truth(
                truth.Cell(row, "case_reference"),
                double.Parse(truth.Cell(row, "probability"), CultureInfo.InvariantCulture),
                truth.Cell(row, "escalated") == "1"))
            .ToDictionary(made => made.Reference);
    }

    private sealed record Truth(string Reference, double Probability, bool Escalated);
}
