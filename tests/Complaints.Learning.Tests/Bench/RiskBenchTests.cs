using System.Globalization;
using System.Text;
using Complaints.Domain.Errors;
using Complaints.Learning.Bench;
using Complaints.Learning.BaseRate;

namespace Complaints.Learning.Tests.Bench;

public sealed class RiskBenchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("risk-bench-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_table_with_a_known_process_is_learned_and_judged_on_the_later_months()
    {
        BenchReport report = await RiskBench.RunAsync(Options(Sample(6_000)), null, TestContext.Current.CancellationToken);
        Assert.Equal(4_000, report.TrainingRows);
        Assert.Equal(2_000, report.TestRows);
        // The best possible AUC of the process is about 0.75; the base rate knows nothing.
        Assert.True(report.Chosen.All.RocAuc.Value > 0.70, BenchText.Render(report));
        Assert.Equal(0.5, report.Models[0].All.RocAuc.Value);
        Assert.InRange(report.Chosen.All.CalibrationError.Value, 0, 0.06);
        Assert.Single(report.Candidates, c => c.Chosen);
        Assert.Contains(report.Columns, c => c.Name == "id" && c.Use == "not used");
        Assert.Contains(report.Columns, c => c.Name == "days" && c.Use == "numeric");
        Assert.Contains(report.Columns, c => c.Name == "team" && c.Use == "categorical");
        Assert.Contains(report.Columns, c => c.Name == "story" && c.Use == "words");
    }

    [Fact]
    public async Task Nothing_of_the_test_period_but_its_features_reaches_a_model_or_the_choice()
    {
        string csv = Sample(3_000);
        string[] lines = File.ReadAllLines(csv);
        string turned = Path.Combine(_folder, "turned.csv");
        // Every label of the test months is turned round; what is chosen, learned and predicted must not notice.
        File.WriteAllLines(
            turned,
            lines.Select(
                l => l.StartsWith("3,", StringComparison.Ordinal) ? l.EndsWith(
                    ",yes", StringComparison.Ordinal) ? l[..^4] + ",no" : l[..^3] + ",yes" : l));
        BenchReport before = await RiskBench.RunAsync(Options(csv), null, TestContext.Current.CancellationToken);
        BenchReport after = await RiskBench.RunAsync(Options(turned), null, TestContext.Current.CancellationToken);
        Assert.Equal(before.Candidates, after.Candidates);
        Assert.Equal(before.Calibration, after.Calibration);
        Assert.Equal(before.Models.Select(m => m.All.MeanProbability), after.Models.Select(m => m.All.MeanProbability));
        Assert.All(before.Models.Zip(after.Models), m => Assert.Equal(1, m.First.All.RocAuc.Value + m.Second.All.RocAuc.Value, 1e-9));
    }

    [Fact]
    public async Task A_learner_beside_the_candidates_is_judged_and_changes_nothing_else()
    {
        BenchOptions options = Options(Sample(2_400));
        BenchReport alone = await RiskBench.RunAsync(options, null, TestContext.Current.CancellationToken);
        BenchReport beside = await RiskBench.RunAsync(
            options with { Beside = [new BaseRateLearner()] }, null, TestContext.Current.CancellationToken);
        JudgedModel added = Assert.Single(beside.Models, m => m.Name == "beside: base-rate");
        Assert.Equal(0.5, added.All.RocAuc.Value);
        Assert.Equal(alone.Models.Select(m => (m.Name, m.All.RocAuc)), beside.Models.Remove(added).Select(m => (m.Name, m.All.RocAuc)));
    }

    [Fact]
    public async Task Cases_that_cannot_have_escalated_yet_are_found_and_judged_apart()
    {
        string csv = Sample(6_000, unripe: true);
        BenchReport report = await RiskBench.RunAsync(Options(csv), null, TestContext.Current.CancellationToken);
        Unripe found = Assert.Single(report.Unripe);
        Assert.Equal(("status", "open"), (found.Column, found.Value));
        Assert.Equal(report.TestRows - found.TestRows, report.RipeRows);
        Assert.Equal(report.RipeRows, report.Chosen.Ripe!.Rows);
        Assert.Contains("--exclude-rows \"status=open\"", BenchText.Render(report), StringComparison.Ordinal);

        BenchReport without = await RiskBench.RunAsync(
            Options(csv) with { ExcludeRows = ["status=open"] }, null, TestContext.Current.CancellationToken);
        Assert.Empty(without.Unripe);
        Assert.Equal(report.RipeRows, without.TestRows);
        Assert.True(without.ExcludedRows >= found.TestRows);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_report_for_any_number_of_threads()
    {
        string csv = Sample(2_400);
        BenchReport one = await RiskBench.RunAsync(Options(csv) with { Threads = 1 }, null, TestContext.Current.CancellationToken);
        BenchReport two = await RiskBench.RunAsync(Options(csv) with { Threads = 3 }, null, TestContext.Current.CancellationToken);
        Assert.Equal(BenchText.Render(one), BenchText.Render(two));
    }

    [Theory]
    [InlineData("label", "--label")]
    [InlineData("time", "--time")]
    [InlineData("feature", "--features")]
    [InlineData("drop", "--drop")]
    [InlineData("file", "--csv")]
    [InlineData("positive", "--positive")]
    [InlineData("exclude", "--exclude-rows")]
    public async Task A_wrong_name_is_the_users_error_and_says_where(string what, string option)
    {
        BenchOptions options = Options(Sample(1_500));
        options = what switch
        {
            "label" => options with { Label = "nowhere" },
            "time" => options with { Time = "nowhere" },
            "feature" => options with { Features = ["nowhere"] },
            "drop" => options with { Drop = ["nowhere"] },
            "file" => options with { Csv = Path.Combine(_folder, "nowhere.csv") },
            "positive" => options with { Positive = "nowhere" },
            _ => options with { ExcludeRows = ["nowhere=1"] },
        };
        UserException error = await Assert.ThrowsAnyAsync<UserException>(() => RiskBench.RunAsync(options));
        Assert.Contains(option, error.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_period_that_is_not_later_is_refused()
    {
        BenchOptions options = Options(Sample(1_500)) with { Train = TimeRange.Parse("1-3"), Test = TimeRange.Parse("3") };
        await Assert.ThrowsAsync<UsageException>(() => RiskBench.RunAsync(options));
    }

    [Fact]
    public async Task Fewer_than_twenty_positives_refuse_to_train()
    {
        UserException error = await Assert.ThrowsAnyAsync<UserException>(() => RiskBench.RunAsync(Options(Sample(60))));
        Assert.Contains("at least 20 of either", error.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("month,days,answer\n")]
    [InlineData("month,days,days,answer\n1,2,3,yes\n")]
    [InlineData("month,days,answer\nsoon,3,yes\n")]
    public async Task A_file_without_a_usable_table_is_refused(string content)
    {
        string csv = Path.Combine(_folder, "bad.csv");
        File.WriteAllText(csv, content);
        await Assert.ThrowsAnyAsync<UserException>(() => RiskBench.RunAsync(Options(csv)));
    }

    [Theory]
    [InlineData("1-2", 1, 2)]
    [InlineData("3", 3, 3)]
    [InlineData("2016-01..2016-02", 201601, 201602)]
    [InlineData("2016-01-05..2016-02-29", 20160105, 20160229)]
    [InlineData("2016-03", 201603, 201603)]
    public void A_range_of_time_is_read(string text, int from, int to)
    {
        Assert.Equal(new TimeRange(from, to), TimeRange.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2-1")]
    [InlineData("a-b")]
    [InlineData("1-2-3")]
    [InlineData("2016-02-30..2016-03-01")]
    public void What_is_no_range_of_time_is_the_users_error(string text)
    {
        Assert.Throws<UsageException>(() => TimeRange.Parse(text));
    }

    private static BenchOptions Options(string csv) => new()
    {
        Csv = csv,
        Label = "answer",
        Positive = "YES",
        Time = "month",
        Train = TimeRange.Parse("1-2"),
        Test = TimeRange.Parse("3"),
        Resamples = 20,
        Repeats = 1,
    };

    private string Sample(int rows, bool unripe = false)
    {
        Random random = new(4);
        StringBuilder text = new("month,id,days,team,story,status,answer\n");
        for (int i = 0; i < rows; i++)
        {
            int month = 1 + (i * 3 / rows);
            int days = random.Next(0, 60);
            int team = random.Next(0, 25);
            bool open = unripe && random.NextDouble() < (month == 3 ? 0.3 : 0.002);
            double margin = -2.2 + (0.04 * days) + (team % 4 == 0 ? 1 : 0);
            bool yes = !open && random.NextDouble() < 1 / (1 + Math.Exp(-margin));
            string story = string.Join(
                ' ',
                Enumerable.Range(0, 8 + random.Next(0, 9)).Select(
                    _ => "word" + random.Next(0, 10_000).ToString(CultureInfo.InvariantCulture)));
            text.Append(
                CultureInfo.InvariantCulture,
                $"{month},C{i},{days},team {team},{story},{(open ? "open" : i % 2 == 0 ? "closed" : "answered")},{(yes ? "yes" : "no")}\n");
        }

        string path = Path.Combine(_folder, $"sample-{rows}-{unripe}.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
