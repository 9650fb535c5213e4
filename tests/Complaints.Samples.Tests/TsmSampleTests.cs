using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Rsh;
using Complaints.Etl.Tests.Rsh;
using Complaints.Samples.Files;

namespace Complaints.Samples.Tests;

public class TsmSampleTests(TsmSampleFixture fixture) : IClassFixture<TsmSampleFixture>
{
    [Fact]
    public async Task Every_count_that_was_published_for_2024_25_is_in_the_cases()
    {
        SampleTestFolder folder = await fixture.Year2024Async();
        Dictionary<string, int[]> counted = Count(folder.Path, ReportingYear.Parse("2024/25"));
        Dictionary<string, string> homes = Homes(folder.Path);
        int landlords = 0;
        foreach (RshReturn r in (await ReferenceData.Year2024()).Returns
            .Where(r => r.StockType != PublishedStockType.Combined && r.IsReported))
        {
            string unit = $"{r.Landlord.Code}|{StockTypes.Code(r.StockType)}";
            int[] counts = counted.GetValueOrDefault(unit, new int[8]);
            Assert.Equal(r.Stage1.Homes.Printed, homes[unit]);
            Compare(unit, r.Stage1, counts.AsSpan(0, 4));
            Compare(unit, r.Stage2, counts.AsSpan(4, 4));
            landlords++;
        }

        Assert.Equal(354 + 59, landlords);
    }

    [Fact]
    public async Task The_year_2023_24_is_made_too_and_what_cannot_be_equal_is_said()
    {
        using SampleTestFolder folder = new();
        GeneratedSample sample = await Generate(2024, folder.Path);
        Dictionary<string, int[]> counted = Count(folder.Path, ReportingYear.Parse("2023/24"));
        foreach (RshReturn r in (await ReferenceData.Year2023()).Returns
            .Where(r => r.StockType != PublishedStockType.Combined && r.IsReported))
        {
            int[] counts = counted.GetValueOrDefault($"{r.Landlord.Code}|{StockTypes.Code(r.StockType)}", new int[8]);
            Assert.Equal(r.Stage1.Made.Number, counts[0]);
            Assert.Equal(r.Stage2.Made.Number ?? 0, counts[4]);
            if (r.Stage1.InTime.Number is decimal inTime)
            {
                Assert.Equal(inTime, counts[1] + counts[2]);
            }
        }

        // 14 and 15 LCRA landlords, 3 and 3 LCHO divided by something else than the complaints made (docs/domain.md §2.1).
        Assert.Equal(14 + 15 + 3 + 3, sample.Notes.Count(note => note.Contains("but divided by", StringComparison.Ordinal)));
        Assert.Contains(
            sample.Notes, note => note.StartsWith("3 landlords returned LCRA and LCHO as one figure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stage_2_follows_the_answer_of_its_stage_1_and_a_case_has_each_stage_once()
    {
        SampleTestFolder folder = await fixture.Year2024Async();
        SampleCsv stages = SampleCsv.Read(folder.Path, "stages.csv");
        Dictionary<string, DateOnly?> answered = [];
        HashSet<(string, string)> seen = [];
        foreach (string[] row in stages.Rows)
        {
            string reference = stages.Cell(row, "case_reference");
            string stage = stages.Cell(row, "stage");
            Assert.True(seen.Add((reference, stage)), $"{reference} stage {stage} twice");
            if (stage == "1")
            {
                answered[reference] = stages.Day(row, "responded_on");
            }
            else
            {
                Assert.True(stages.Day(row, "received_on") > answered[reference], $"{reference} was escalated before it was answered");
            }
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_other_dates()
    {
        SampleTestFolder one = await fixture.Year2024Async();
        using SampleTestFolder same = new();
        using SampleTestFolder other = new();
        await Generate(2025, same.Path);
        await Generate(2025, other.Path, seed: 2);
        Assert.Equal(one.Hashes(), same.Hashes());
        Assert.NotEqual(one.Hashes()["stages.csv"], other.Hashes()["stages.csv"]);
        Assert.Equal(one.Hashes()["stock.csv"], other.Hashes()["stock.csv"]);
    }

    [Fact]
    public async Task A_workbook_of_another_year_is_refused()
    {
        using SampleTestFolder folder = new();
        TsmSampleOptions options = new(ReferenceData.Workbook(2024), ReportingYear.Parse("2024/25"), folder.Path);
        UserException refused = await Assert.ThrowsAsync<UserException>(
            () => TsmSampleGenerator.GenerateAsync(options, CancellationToken.None));
        Assert.Contains("2023/24", refused.What, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task A_landlord_that_the_workbook_does_not_have_is_refused()
    {
        using SampleTestFolder folder = new();
        TsmSampleOptions options = new(
            ReferenceData.Workbook(2025), ReportingYear.Parse("2024/25"), folder.Path) { Landlords = ["00BK", "NOBODY"] };
        UserException refused = await Assert.ThrowsAsync<UserException>(
            () => TsmSampleGenerator.GenerateAsync(options, CancellationToken.None));
        Assert.Contains("NOBODY", refused.What, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    internal static Task<GeneratedSample> Generate(int workbook, string folder, long seed = 1) => TsmSampleGenerator.GenerateAsync(
        new TsmSampleOptions(ReferenceData.Workbook(workbook), ReportingYear.FromStartYear(workbook - 1), folder) { Seed = seed },
        CancellationToken.None);

    private static void Compare(string unit, RshStageFigures published, ReadOnlySpan<int> counts)
    {
        Assert.Equal((unit, published.Made.Number), (unit, counts[0]));
        if (published.InTime.Number is not null)
        {
            Assert.Equal((unit, published.InTimeStandard!.Number), (unit, counts[1]));
            Assert.Equal((unit, published.InTimeExtension!.Number), (unit, counts[2]));
        }
    }

    // Per landlord and stock type: stage 1 made, standard, extension, other; stage 2 likewise.
    private static Dictionary<string, int[]> Count(string folder, ReportingYear year)
    {
        SampleCsv stages = SampleCsv.Read(folder, "stages.csv");
        DateOnly extract = new(year.StartYear + 1, 6, 30);
        Dictionary<string, int[]> counted = [];
        foreach (string[] row in stages.Rows.Where(row => year.Contains(stages.Day(row, "received_on")!.Value)))
        {
            string unit = $"{stages.Cell(row, "landlord_code")}|{stages.Cell(row, "stock_type")}";
            if (!counted.TryGetValue(unit, out int[]? counts))
            {
                counted.Add(unit, counts = new int[8]);
            }

            Stage stage = stages.Cell(row, "stage") == "1" ? Stage.One : Stage.Two;
            int at = stage == Stage.One ? 0 : 4;
            counts[at]++;
            switch (Read(stages, row, stage, extract))
            {
                case InTimeBasis.Standard:
                    counts[at + 1]++;
                    break;
                case InTimeBasis.Extension:
                    counts[at + 2]++;
                    break;
                default:
                    counts[at + 3]++;
                    break;
            }
        }

        return counted;
    }

    private static InTimeBasis Read(SampleCsv stages, string[] row, Stage stage, DateOnly extract)
    {
        DateOnly received = stages.Day(row, "received_on")!.Value;
        StageDates dates = new(
            stage,
            received,
            stages.Day(row, "logged_on"),
            stages.Day(row, "acknowledged_on"),
            stages.Day(row, "responded_on"),
            new Extension(
                stages.Day(row, "extension_agreed_on"),
                stages.Day(row, "extension_to"),
                stages.Cell(row, "extension_reason"),
                stages.Cell(row, "ombudsman_details_given") == "true"));
        return StageClock.Read(dates, CodeRules.For(received), WorkingCalendar.EnglandAndWales, extract).Basis;
    }

    private static Dictionary<string, string> Homes(string folder)
    {
        SampleCsv stock = SampleCsv.Read(folder, "stock.csv");
        return stock.Rows.ToDictionary(
            row => $"{stock.Cell(row, "landlord_code")}|{stock.Cell(row, "stock_type")}", row => stock.Cell(row, "homes"));
    }
}
