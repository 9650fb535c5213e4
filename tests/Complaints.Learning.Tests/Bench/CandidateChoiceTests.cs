using System.Globalization;
using System.Text;
using Complaints.Learning.Bench;

namespace Complaints.Learning.Tests.Bench;

/// <summary>When the bench leaves the plain logistic regression, and when it does not.</summary>
public sealed class CandidateChoiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("candidate-choice-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_gain_that_chance_may_have_given_does_not_displace_the_plain_logistic_regression()
    {
        // Few rows, twenty numbers that add up: trees came ahead by luck within training, and lost 0.02 after it.
        Random random = new(5);
        double[] weights = [.. Enumerable.Range(0, 20).Select(_ => random.NextDouble() - 0.5)];
        BenchReport report = await RunAsync(700, (i, r) =>
        {
            double[] x = [.. weights.Select(_ => Normal(r))];
            string cells = string.Join(',', x.Select(v => v.ToString("0.000", CultureInfo.InvariantCulture)));
            return ($"{1 + (i / 175)},{cells}", x.Zip(weights, (v, w) => v * w).Sum());
        }, $"month,{string.Join(',', weights.Select((_, i) => $"x{i}"))}");
        Assert.Equal(report.Models.Single(m => m.Name == "plain logistic, one-hot").All.RocAuc.Value, report.Chosen.All.RocAuc.Value, 1e-9);
    }

    [Fact]
    public async Task On_noise_the_plain_logistic_regression_stays_and_the_page_says_why()
    {
        BenchReport report = await RunAsync(
            1_400, (i, r) => (string.Create(CultureInfo.InvariantCulture, $"{1 + (i / 350)},{Normal(r):0.000},{Normal(r):0.000},g{r.Next(40)}"), 0), "month,x,z,group");
        Assert.StartsWith("logistic, L2 1", report.Candidates.Single(c => c.Chosen).Name, StringComparison.Ordinal);
        Assert.Contains("Nothing was learned", BenchText.Render(report), StringComparison.Ordinal);
        Assert.Contains("the plain logistic regression was kept", BenchText.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gain_over_the_plain_logistic_regression_that_stays_below_chance_is_none()
    {
        // What the first month teaches is wrong in every later one. Trees learn less of it, were the less wrong, and were chosen for that.
        BenchReport report = await RunAsync(2_400, (i, r) =>
        {
            double[] x = [.. Enumerable.Range(0, 12).Select(_ => Normal(r))];
            string cells = string.Join(',', x.Select(v => v.ToString("0.000", CultureInfo.InvariantCulture)));
            return ($"{(i < 1_500 ? 1 : 2 + ((i - 1_500) / 300))},{cells}", x.Sum() * (i < 1_500 ? 0.5 : -0.5));
        }, $"month,{string.Join(',', Enumerable.Range(0, 12).Select(i => $"x{i}"))}");
        CandidateScore chosen = report.Candidates.Single(c => c.Chosen);
        Assert.StartsWith("logistic, L2 1", chosen.Name, StringComparison.Ordinal);
        Assert.Contains(report.Candidates, c => c.Criterion > chosen.Criterion + 0.02 && c.Criterion < 0.5);
        Assert.False(chosen.IsAboveChance);
        Assert.Contains("Nothing was learned", BenchText.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gain_that_fades_within_the_training_period_does_not_displace_the_plain_logistic_regression()
    {
        // Two numbers that tell more together, less from month to month, and nothing after it: trees gained at random folds, where all
        // months are known, and lost 0.02 in the test period.
        double[] together = [1.4, 1.0, 0, -0.5];
        BenchReport report = await RunAsync(3_200, (i, r) =>
        {
            double[] x = [.. Enumerable.Range(0, 4).Select(_ => Normal(r))];
            int month = i / 800;
            string cells = string.Join(',', x.Select(v => v.ToString("0.000", CultureInfo.InvariantCulture)));
            return ($"{1 + month},{cells}", (0.7 * (x[2] + x[3])) + (together[month] * x[0] * x[1]));
        }, "month,x0,x1,x2,x3");
        Assert.True(report.GainOverPlain.Value > -0.01, BenchText.Render(report));
    }

    [Fact]
    public async Task A_case_that_was_exported_again_in_later_months_makes_no_memory_look_like_understanding()
    {
        // Six copies of each training row, in any of its months; the test period has none. Trees remembered their twins of earlier months.
        Random random = new(8);
        (double[] X, bool Yes)[] known = [.. Enumerable.Range(0, 300).Select(_ => Drawn(random))];
        List<string> lines = ["month,x0,x1,x2,x3,x4,x5,answer"];
        lines.AddRange(Enumerable.Range(0, 1_800).Select(i => Line(1 + random.Next(3), known[i % 300])));
        lines.AddRange(Enumerable.Range(0, 2_000).Select(_ => Line(4, Drawn(random))));
        File.WriteAllLines(Path.Combine(_folder, "t.csv"), lines);
        BenchReport report = await RunAsync();
        double plain = report.Models.Single(m => m.Name == "plain logistic, one-hot").All.RocAuc.Value;
        Assert.True(report.Chosen.All.RocAuc.Value > plain - 0.01, BenchText.Render(report));
        Assert.True(report.Candidates.Max(c => c.RollingRocAuc) < 0.9, BenchText.Render(report));

        static (double[] X, bool Yes) Drawn(Random r)
        {
            double[] x = [.. Enumerable.Range(0, 6).Select(_ => Normal(r))];
            return (x, r.NextDouble() < 1 / (1 + Math.Exp(0.6 - (x.Sum() * 0.6))));
        }

        static string Line(int month, (double[] X, bool Yes) row)
        {
            IEnumerable<string> cells = row.X.Select(value => value.ToString("0.0000", CultureInfo.InvariantCulture));
            return string.Create(CultureInfo.InvariantCulture, $"{month},{string.Join(',', cells)},{(row.Yes ? "yes" : "no")}");
        }
    }

    [Fact]
    public async Task Cases_that_share_the_few_values_there_are_stay_to_learn_from_when_a_later_one_is_judged()
    {
        // Rare sites tell most. Taken for copies of each other, their cases were learned from nowhere, and the choice fell on what lost
        // 0.04.
        Random random = new(60);
        double[] site = [.. Enumerable.Range(0, 400).Select(_ => random.Next(2) == 0 ? -2.5 : 2.5)];
        BenchReport report = await RunAsync(3_000, (i, r) =>
        {
            int at = r.Next(400);
            return ($"{1 + Math.Min(i / 500, 3)},g{r.Next(3)},s{at}", site[at] - 0.3);
        }, "month,group,site");
        Assert.True(report.GainOverPlain.Value > -0.01, BenchText.Render(report));
        Assert.True(report.Candidates[0].RollingRocAuc > 0.8, BenchText.Render(report));
    }

    [Fact]
    public async Task Of_too_few_rows_of_an_outcome_to_choose_by_the_plain_logistic_regression_is_kept()
    {
        BenchReport report = await RunAsync(400, (i, r) =>
        {
            double x = Normal(r);
            string cells = string.Create(CultureInfo.InvariantCulture, $"{1 + (i / 100)},{x:0.000},g{r.Next(4)}");
            return (cells, (3 * Math.Sign((x * x) - 1)) - 1.5);
        }, "month,x,group");
        Assert.Equal("logistic, L2 1", report.Candidates.Single(c => c.Chosen).Name);
        Assert.Equal(0, report.GainOverPlain.Value, 1e-9);
        Assert.Contains("too few to choose by", BenchText.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_better_beyond_chance_is_chosen_and_a_code_told_in_numbers_is_learned_by_its_past()
    {
        double[] rate = [.. Enumerable.Range(0, 40).Select(i => Math.Sin(i * 7) * 2)];
        BenchReport report = await RunAsync(2_400, (i, r) =>
        {
            int site = r.Next(40);
            return ($"{1 + (i / 600)},{1000 + (site * 13)}", rate[site] - 0.5);
        }, "month,site");
        Assert.True(report.GainOverPlain.Value > 0.1, BenchText.Render(report));
        Assert.DoesNotContain("Nothing was learned", BenchText.Render(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_few_values_are_tried_as_numbers_and_as_categories()
    {
        // Marks add up, and later ones are higher than any that training knew; kinds of a number do not.
        BenchReport marks = await RunAsync(2_000, (i, r) =>
        {
            int mark = r.Next(1, i < 1_500 ? 6 : 9);
            return ($"{1 + (i / 500)},{mark},{r.Next(4)}", (0.8 * mark) - 3);
        }, "month,mark,other");
        Assert.True(marks.Chosen.All.RocAuc.Value > 0.8, BenchText.Render(marks));
        BenchReport kinds = await RunAsync(2_000, (i, r) =>
        {
            int kind = r.Next(1, 8);
            return ($"{1 + (i / 500)},{kind}", kind % 2 == 0 ? 1 : -1);
        }, "month,kind");
        Assert.True(kinds.Chosen.All.RocAuc.Value > 0.65, BenchText.Render(kinds));
        Assert.Contains(kinds.Drift, effect => effect.Column == "kind");
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private Task<BenchReport> RunAsync(int rows, Func<int, Random, (string Cells, double Margin)> row, string header)
    {
        Random random = new(11);
        StringBuilder text = new($"{header},answer\n");
        for (int i = 0; i < rows; i++)
        {
            (string cells, double margin) = row(i, random);
            text.Append(CultureInfo.InvariantCulture, $"{cells},{(random.NextDouble() < 1 / (1 + Math.Exp(-margin)) ? "yes" : "no")}\n");
        }

        File.WriteAllText(Path.Combine(_folder, "t.csv"), text.ToString());
        return RunAsync();
    }

    private Task<BenchReport> RunAsync() =>
        RiskBench.RunAsync(
            new BenchOptions
            {
                Csv = Path.Combine(_folder, "t.csv"),
                Label = "answer",
                Positive = "yes",
                Time = "month",
                Train = TimeRange.Parse("1-3"),
                Test = TimeRange.Parse("4"),
                Resamples = 10,
                Repeats = 1,
            },
            null, TestContext.Current.CancellationToken);
}
