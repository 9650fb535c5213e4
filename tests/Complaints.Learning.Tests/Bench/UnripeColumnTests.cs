using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Complaints.Learning.Bench;

namespace Complaints.Learning.Tests.Bench;

/// <summary>
/// Cases under way were looked for among the features alone; who learns from old, closed cases has the column that tells them the same in
/// every training row, and it makes no feature.
/// </summary>
public sealed class UnripeColumnTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unripe-column-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("no", "yes")]
    [InlineData("closed", "")]
    [InlineData("", "under way")]
    [InlineData("0", "1")]
    public async Task A_state_that_training_never_saw_is_told_though_its_column_is_constant_there(string before, string after)
    {
        BenchReport report = await RunAsync((week, open, _) => open ? after : before);
        Unripe found = Assert.Single(report.Unripe);
        Assert.Equal(("state", after, 0), (found.Column, found.Value, found.TrainingRows));
        Assert.Equal(report.TestRows - found.TestRows, report.RipeRows);
        Assert.NotNull(report.Chosen.Ripe);
        Assert.Contains($"--exclude-rows \"state={after}\"", BenchText.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_is_not_among_the_features_and_one_of_identifiers_tell_it_too()
    {
        BenchReport asked = await RunAsync((_, open, random) => open ? "open" : $"closed by {random.Next(3)}", features: ["product"]);
        Assert.Equal(("state", "open"), (Assert.Single(asked.Unripe).Column, asked.Unripe[0].Value));
        int letter = 0;
        BenchReport identifiers = await RunAsync((_, open, _) => open ? "" : $"letter {letter++}");
        Assert.Equal(("state", ""), (Assert.Single(identifiers.Unripe).Column, identifiers.Unripe[0].Value));
    }

    [Fact]
    public async Task A_column_dropped_on_request_is_not_looked_at()
    {
        Assert.Empty((await RunAsync((_, open, _) => open ? "yes" : "no", drop: ["state"])).Unripe);
    }

    [Fact]
    public async Task What_follows_the_time_alone_and_what_every_later_row_has_are_no_cases_under_way()
    {
        Assert.Empty((await RunAsync((week, _, _) => week < 9 ? "1" : $"{week - 7}")).Unripe);
        Assert.Empty((await RunAsync((week, _, _) => week < 9 ? "form 1" : "form 2")).Unripe);
        Assert.Empty((await RunAsync((week, _, _) => week < 9 ? "2016-01-01" : week < 10 ? "2016-02-01" : "2016-03-01")).Unripe);
        Assert.Empty((await RunAsync((week, _, _) => week < 10 ? "form 1" : "form 2", test: "10")).Unripe);
    }

    private Task<BenchReport> RunAsync(
        Func<int, bool, Random, string> state,
        ImmutableArray<string>? features = null,
        ImmutableArray<string>? drop = null,
        string test = "9-10")
    {
        Random random = new(8);
        StringBuilder text = new("week,product,state,answer\n");
        for (int i = 0; i < 3_000; i++)
        {
            int week = 1 + (i / 300);
            bool open = week >= 9 && random.NextDouble() < (week == 9 ? 0.15 : 0.5);
            string cell = state(week, open, random);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{week},p{random.Next(3)},{cell},{(!open && random.NextDouble() < 0.4 ? "yes" : "no")}\n");
        }

        string path = Path.Combine(_folder, "t.csv");
        File.WriteAllText(path, text.ToString());
        return RiskBench.RunAsync(
            new BenchOptions
            {
                Csv = path, Label = "answer", Positive = "yes", Time = "week", Train = TimeRange.Parse("1-8"), Test = TimeRange.Parse(test),
                Features = features ?? [], Drop = drop ?? [], Resamples = 0, Repeats = 1,
            },
            null, TestContext.Current.CancellationToken);
    }
}
