using System.Globalization;
using System.Text;
using Complaints.Domain.Errors;
using Complaints.Learning.Bench;

namespace Complaints.Learning.Tests.Bench;

/// <summary>What went wrong without a sound on tables that others made.</summary>
public sealed class OthersTablesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("others-tables-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_last_day_of_a_few_rows_does_not_calibrate_the_ranking_away()
    {
        // 40 days of 40 rows that rank well, and a last day of 30 rows on which the groups trade places.
        BenchReport report = await RunAsync(Table(1_700, (i, random) =>
        {
            bool turned = i is >= 1_570 and < 1_600;
            DateTime day = new DateTime(2017, 5, 1).AddDays(turned || i >= 1_600 ? 40 + ((i - 1_570) / 30) : i / 40);
            int group = random.Next(3);
            return ($"{day:yyyy-MM-dd},g{group}", random.NextDouble() < (turned ? 0.65 : 0.05) + ((turned ? -0.3 : 0.3) * group), "no");
        }, "day,group"), "day", "2017-05-01..2017-06-10", "2017-06-11..2017-07-31");
        JudgedModel chosen = report.Models.Single(m => m.Name.StartsWith("chosen:", StringComparison.Ordinal));
        Assert.All(report.Models.Where(m => m.Name.StartsWith("chosen,", StringComparison.Ordinal)), calibrated =>
            Assert.Equal(chosen.All.RocAuc.Value, calibrated.All.RocAuc.Value, 1e-9));
        Assert.Contains("training rows", report.Calibration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_memoriser_does_not_win_by_rows_that_repeat()
    {
        string row = "";
        bool escalated = false;
        BenchReport report = await RunAsync(Table(3_000, (i, random) =>
        {
            if (i % 3 == 0)
            {
                (row, escalated) = ($"c{random.Next(200)},s{random.Next(40)}", random.NextDouble() < 0.3);
            }

            return ($"{1 + (i / 500)},{row}", escalated, "no");
        }, "month,company,state"), "month", "1-4", "5-6");
        Assert.True(report.RepeatedRows > 1_200);
        Assert.All(report.Candidates, c => Assert.InRange(c.CrossValidatedRocAuc, 0.35, 0.65));
        Assert.Contains("repeat another one", BenchText.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_label_means_no_where_that_is_said_and_a_hint_stands_where_it_may()
    {
        string csv = Table(1_500, (i, random) => ($"{1 + (i / 500)},g{random.Next(4)}", random.NextDouble() < 0.4, ""), "month,group");
        UserException error = await Assert.ThrowsAsync<UserException>(() => RunAsync(csv, "month", "1-2", "3"));
        Assert.Contains("--blank-is-no", error.Fix, StringComparison.Ordinal);
        BenchReport report = await RunAsync(csv, "month", "1-2", "3", blankIsNo: true);
        Assert.Equal((1_000, 500, 0), (report.TrainingRows, report.TestRows, report.UnlabelledRows));
        Assert.Equal(0.4, report.TrainingRate, 0.05);
    }

    [Fact]
    public async Task A_column_without_a_name_goes_by_its_position()
    {
        BenchReport report = await RunAsync(
            Table(1_500, (i, random) => ($"{i + 1},{1 + (i / 500)},g{random.Next(4)}", random.NextDouble() < 0.4, "no"), ",month,group"),
            "month",
            "1-2",
            "3");
        Assert.Contains(report.Columns, column => column.Name == "column 1");
        report = await RunAsync(
            Table(
                1_500,
                (i, random) => ($"{i + 1},{1 + (i / 500)},{i},g{random.Next(4)}", random.NextDouble() < 0.4, "no"),
                ",month,,column 1"),
            "month",
            "1-2",
            "3");
        Assert.Equal(["unnamed column 1", "month", "column 3", "column 1", "answer"], report.Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task One_and_one_point_nought_are_the_same_answer()
    {
        string csv = Table(1_500, (i, random) => ($"{1 + (i / 500)},g{random.Next(4)}", random.NextDouble() < 0.4, "0.0"), "month,group");
        File.WriteAllText(csv, File.ReadAllText(csv).Replace(",yes", ",1.0", StringComparison.Ordinal));
        BenchReport report = await RiskBench.RunAsync(
            new BenchOptions
            {
                Csv = csv,
                Label = "answer",
                Positive = "1",
                Time = "month",
                Train = TimeRange.Parse("1-2"),
                Test = TimeRange.Parse("3"),
                Resamples = 0,
                Repeats = 1,
            },
            null, TestContext.Current.CancellationToken);
        Assert.Equal(0.4, report.TrainingRate, 0.05);
    }

    [Fact]
    public async Task Months_name_days_in_any_form_of_them()
    {
        BenchReport report = await RunAsync(Table(1_500, (i, random) =>
        {
            DateTime day = new DateTime(2016, 1, 1).AddDays(i * 121 / 1_500);
            return ($"{day.ToString("M/d/yyyy", CultureInfo.InvariantCulture)},g{random.Next(4)}", random.NextDouble() < 0.4, "no");
        }, "day,group"), "day", "2016-01..2016-03", "2016-04");
        Assert.Equal((1_500, 0), (report.TrainingRows + report.TestRows, report.OutsideRows));
        Assert.InRange(report.TestRows, 350, 380);
    }

    [Fact]
    public async Task A_value_that_came_to_stay_is_not_taken_for_cases_under_way_because_no_test_row_of_it_escalated()
    {
        BenchReport report = await RunAsync(Table(3_000, (i, random) =>
        {
            int week = 1 + (i / 300);
            bool safe = random.NextDouble() < (week >= 9 ? 0.25 : 0.002);
            return ($"{week},{(safe ? "safe" : "p" + random.Next(3))},yes", !safe && random.NextDouble() < 0.35, "no");
        }, "week,product,closed"), "week", "1-8", "9-10");
        Assert.Empty(report.Unripe);
    }

    [Fact]
    public async Task What_grows_to_the_end_of_the_test_period_is_shown_apart_whether_or_not_a_row_of_it_escalated()
    {
        BenchReport report = await RunAsync(Table(3_000, (i, random) =>
        {
            int week = 1 + (i / 300);
            bool open = week >= 9 && random.NextDouble() < (week == 9 ? 0.15 : 0.45);
            return ($"{week},{(open ? "" : random.Next(1, 90).ToString(CultureInfo.InvariantCulture))},p{random.Next(3)}", random.NextDouble() < (open ? 0.02 : 0.35), "no");
        }, "week,days to close,product"), "week", "1-8", "9-10");
        Assert.Equal(("days to close", ""), (Assert.Single(report.Unripe).Column, report.Unripe[0].Value));
        Assert.True(report.RipeRows < report.TestRows);
    }

    [Fact]
    public async Task Many_new_values_together_are_no_cases_under_way_while_one_new_value_may_be()
    {
        string Table1(bool many) => Table(3_000, (i, random) =>
        {
            int week = 1 + (i / 300);
            bool later = week >= 9 && random.NextDouble() < (week == 9 ? 0.15 : 0.45);
            string state = later ? (many ? $"team {week}{random.Next(40)}" : "in progress") : $"team {random.Next(3)}";
            return ($"{week},{state},p{random.Next(3)}", (many || !later) && random.NextDouble() < 0.35, "no");
        }, "week,state,product");
        Assert.Empty((await RunAsync(Table1(many: true), "week", "1-8", "9-10")).Unripe);
        Assert.Equal("in progress", Assert.Single((await RunAsync(Table1(many: false), "week", "1-8", "9-10")).Unripe).Value);
    }

    private static Task<BenchReport> RunAsync(string csv, string time, string train, string test, bool blankIsNo = false) =>
        RiskBench.RunAsync(
        new BenchOptions
        {
            Csv = csv, Label = "answer", Positive = "yes", Time = time, Train = TimeRange.Parse(train), Test = TimeRange.Parse(test),
            BlankIsNo = blankIsNo, Resamples = 10, Repeats = 1,
        },
        null, TestContext.Current.CancellationToken);

    private string Table(int rows, Func<int, Random, (string Cells, bool Yes, string No)> row, string header)
    {
        Random random = new(6);
        StringBuilder text = new($"{header},answer\n");
        for (int i = 0; i < rows; i++)
        {
            (string cells, bool yes, string no) = row(i, random);
            text.Append(CultureInfo.InvariantCulture, $"{cells},{(yes ? "yes" : no)}\n");
        }

        string path = Path.Combine(_folder, "t.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
