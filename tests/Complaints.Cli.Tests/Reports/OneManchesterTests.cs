using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>
/// One Manchester, 2023/24 and the year before (docs/domain.md §7). Outcomes are published as counts; how they cross with answers in time,
/// and that 202 of the year before were in time, is made to fit.
/// </summary>
public sealed class OneManchesterTests
{
    private const string Before = "2022/23";

    [Fact]
    public async Task Every_figure_of_its_stages_comes_out_and_the_forced_and_the_wrong_digit_are_told_apart()
    {
        using TemporaryFolder folder = new();
        await LoadAsync(folder);
        await new PrintedTable("4808")
            .Add("complaints_accepted", "1,025", "as_defined")
            .Add("complaints_accepted", "549", "as_defined", period: Before)
            .Add("ch02_stage1", "76%", "as_defined", of: "728/957")
            .Add("ch02_stage2", "73.5%", "as_defined", of: "50/68")
            .Add("ch02_stage1", "40%", "as_defined", period: Before)
            .Add("ch01_stage1", "81.5", "as_defined")
            .Add("ch01_stage2", "5.8", "as_defined")
            .Add("escalation_rate", "7%", "as_defined", of: "68/957")
            .Add("escalation_rate", "9%", "as_defined", of: "44/505", period: Before)
            .Add("stage1_made", "96", "as_defined", filters: "category=Behaviour")
            .Add("stage2_made", "59%", "as_defined", of: "40/68", filters: "category=Repairs")
            .Outcomes("stage1_made", "stage 1", "2023/24", (561, "59%"), (246, "26%"), (150, "15%"), "truncated | forced_to_100")
            .Outcomes("stage1_made", "before", Before, (268, "53%"), (140, "28%"), (97, "29%"), "misprint")
            .Outcomes("stage2_made", "stage 2", "2023/24", (59, "87%"), (7, "10%"), (2, "3%"))
            .Outcomes("stage2_made", "stage 2 before", Before, (17, "39%"), (16, "36%"), (11, "25%"))
            .HoldAsync(
                folder,
                "stage 1: forced_to_100: rounded half up, each by itself, they add up to 101",
                "before: misprint: the 3 parts add up to 110 and count 505 of 505; with 19 for 29% they add up to 100");
    }

    private static async Task LoadAsync(TemporaryFolder folder)
    {
        RecordedYear stage1 = Decided(RecordedYear.Of("M", 1, 957).Answered("GN", standard: 700, extension: 28), 561, 246, 150)
            .Spread((one, category) => one.Category = category, ("Repairs", 670), ("Behaviour", 96), ("Neighbourhoods", 191));
        RecordedYear stage2 = Decided(RecordedYear.Of("M", 2, 68).Answered("GN", standard: 40, extension: 10), 59, 7, 2)
            .Spread((one, category) => one.Category = category, ("Repairs", 40), ("Neighbourhoods", 28));
        RecordedYear before1 = Decided(RecordedYear.Of("P", 1, 505, years: -1).Answered("GN", standard: 202, extension: 0), 268, 140, 97);
        RecordedYear before2 = Decided(RecordedYear.Of("P", 2, 44, years: -1).Answered("GN", standard: 30, extension: 0), 17, 16, 11);
        await ReportSet.LoadAsync(
            folder,
            ("4808", "One Manchester"),
            [("LCRA", "2023-03-31", 11_700), ("LCRA", "2024-03-31", 11_746)],
            new DateOnly(2024, 6, 30),
            before1,
            before2,
            stage1,
            stage2);
    }

    private static RecordedYear Decided(RecordedYear year, int upheld, int partially, int not) => year.Spread(
        (one, outcome) => one.Outcome = outcome, ("upheld", upheld), ("partially_upheld", partially), ("not_upheld", not));
}
