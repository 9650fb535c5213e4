using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>
/// One Manchester, 2023/24 and the year before (docs/domain.md §7). Outcomes are published as counts; how they cross with answers in time,
/// that 202 of the year before were in time, and that days to an answer are calendar days is made to fit.
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
            .Add("complaints_accepted", "20 a week", "as_defined")
            .Add("complaints_accepted", "10 a week", "truncated…", period: Before)
            .Add("mean_days_to_respond_stage1", "13", "calendar_days…", set: "days")
            .Add("mean_days_to_respond_stage1", "21.5", "calendar_days…", set: "days", period: Before)
            .Add("mean_days_to_respond_stage2", "28", "calendar_days…", set: "days")
            .Add("mean_days_to_respond_stage2", "23", "calendar_days…", set: "days", period: Before)
            .Add("median_days_to_respond_stage1", "8.6", "mean")
            .Add("median_days_to_respond_stage1", "12.6", "calendar_days+mean")
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
                "days: one_way: in calendar days and not working days",
                "stage 1: forced_to_100: rounded half up, each by itself, they add up to 101",
                "before: misprint: the 3 parts add up to 110 and count 505 of 505; with 19 for 29% they add up to 100");
    }

    private static async Task LoadAsync(TemporaryFolder folder)
    {
        RecordedYear stage1 = Decided(RecordedYear.Of("M", 1, 957).Answered("GN", standard: 700, extension: 28), 561, 246, 150)
            .Spread(Days, InTime, (5, 700))
            .Spread((one, category) => one.Category = category, ("Repairs", 670), ("Behaviour", 96), ("Neighbourhoods", 191));
        RecordedYear stage2 = Decided(RecordedYear.Of("M", 2, 68).Answered("GN", standard: 40, extension: 10), 59, 7, 2)
            .Spread(Days, InTime, (19, 40))
            .Spread((one, category) => one.Category = category, ("Repairs", 40), ("Neighbourhoods", 28));
        RecordedYear before1 = Decided(RecordedYear.Of("P", 1, 505, years: -1).Answered("GN", standard: 202, extension: 0), 268, 140, 97)
            .Spread(Days, InTime, (2, 202))
            .Spread(Days, one => !InTime(one), (35, 150), (34, 153));
        RecordedYear before2 = Decided(RecordedYear.Of("P", 2, 44, years: -1).Answered("GN", standard: 30, extension: 0), 17, 16, 11)
            .Spread(Days, InTime, (13, 30));
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

    private static void Days(RecordedCase one, int days) => one.DaysToAnswer = days;

    private static bool InTime(RecordedCase one) => one.Timing == AnswerTiming.Standard;

    private static RecordedYear Decided(RecordedYear year, int upheld, int partially, int not) => year.Spread(
        (one, outcome) => one.Outcome = outcome, ("upheld", upheld), ("partially_upheld", partially), ("not_upheld", not));
}
