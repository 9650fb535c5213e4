using System.Globalization;
using Complaints.Learning.Bench;

namespace Complaints.Learning.Tests.Bench;

/// <summary>
/// Columns of which nearly every training row has a value of its own: a landlord with one row a year, or the reference of a case.
/// </summary>
public sealed class ReturningColumnTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("returning-columns-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_landlord_with_one_row_in_training_that_comes_again_is_remembered()
    {
        string csv = Panel(500, landlordMatters: 2.5, bothMatter: 0);
        BenchReport report = await RunAsync(csv);
        BenchReport without = await RunAsync(csv, "landlord");
        Assert.True(report.Chosen.All.RocAuc.Value > without.Chosen.All.RocAuc.Value + 0.05, BenchText.Render(report));
        Assert.True(report.GainOverPlain.Value > -0.01, BenchText.Render(report));
        Assert.Contains("500 of 500 test rows have a value that training knew", Use(report, "landlord").Detail, StringComparison.Ordinal);
        Assert.Contains("come again in the test period", BenchText.Render(report), StringComparison.Ordinal);

        // No fold of the training period knows a landlord of another: the choice is the same.
        Assert.Equal(without.Candidates, report.Candidates);
    }

    [Fact]
    public async Task A_landlord_that_comes_again_is_remembered_beside_trees_that_were_chosen()
    {
        string csv = Panel(1_000, landlordMatters: 3.5, bothMatter: 1.5);
        BenchReport report = await RunAsync(csv);
        BenchReport without = await RunAsync(csv, "landlord");
        Assert.True(report.GainOverPlain.Value > 0.05, BenchText.Render(report));
        Assert.True(report.Chosen.All.RocAuc.Value > without.Chosen.All.RocAuc.Value + 0.01, BenchText.Render(report));
    }

    [Fact]
    public async Task A_landlord_of_whom_only_what_stays_is_told_is_remembered_and_so_is_one_of_whom_nothing_is()
    {
        BenchReport report = await RunAsync(Panel(500, landlordMatters: 2.5, bothMatter: 0), "homes", "x", "z");
        Assert.Equal(("categorical", true), (Use(report, "landlord").Use, Use(report, "landlord").ComesAgain));
        Assert.True(report.Chosen.All.RocAuc.Value > 0.65, BenchText.Render(report));
        report = await RunAsync(Panel(500, landlordMatters: 2.5, bothMatter: 0), "homes", "x", "z", "region");
        Assert.True(report.Chosen.All.RocAuc.Value > 0.65, BenchText.Render(report));
    }

    [Fact]
    public async Task The_reference_of_a_case_stays_out_whether_it_never_comes_again_or_with_the_same_case()
    {
        Random random = new(4);
        List<string> lines = ["year,row,reference,area,x,z,answer"];
        string[] first = [.. Enumerable.Range(0, 600).Select(i => Case(i))];
        lines.AddRange(first.Select((cells, i) => $"1,{i},{cells}"));
        lines.AddRange(Enumerable.Range(600, 600).Select(i => $"2,{i},{Case(i)}"));
        BenchReport never = await RunAsync(Write(lines));
        Assert.Equal("600 values in 600 rows: an identifier", Use(never, "reference").Detail);

        // Exported again in the second year, in rows of other numbers: the answers are known already, and prove nothing.
        lines.RemoveRange(lines.Count - 300, 300);
        lines.AddRange(first.Take(300).Select((cells, i) => $"2,{900 + i},{cells}"));
        BenchReport copies = await RunAsync(Write(lines));
        Assert.Equal(("not used", false), (Use(copies, "reference").Use, Use(copies, "reference").ComesAgain));
        Assert.Contains("with the same case over again", Use(copies, "reference").Detail, StringComparison.Ordinal);

        string Case(int i)
        {
            double x = random.NextDouble() - 0.5;
            string answer = random.NextDouble() < 1 / (1 + Math.Exp(-4 * x)) ? "yes" : "no";
            return string.Create(
                CultureInfo.InvariantCulture, $"C-{i * 7919 % 100_003:000000},a{random.Next(5)},{x:0.0000},{random.NextDouble():0.0000},{answer}");
        }
    }

    [Fact]
    public async Task The_answers_of_the_test_period_do_not_say_whether_a_column_comes_again()
    {
        string csv = Panel(300, landlordMatters: 2.5, bothMatter: 0);
        BenchReport before = await RunAsync(csv);
        File.WriteAllLines(csv, File.ReadAllLines(csv).Select(
            line => !line.StartsWith("2,", StringComparison.Ordinal) ? line
                : line.EndsWith("yes", StringComparison.Ordinal) ? line[..^3] + "no" : line[..^2] + "yes"));
        BenchReport after = await RunAsync(csv);
        Assert.Equal(before.Columns, after.Columns);
        Assert.Equal(1 - before.Chosen.All.RocAuc.Value, after.Chosen.All.RocAuc.Value, 1e-9);
    }

    private static ColumnUse Use(BenchReport report, string column) => report.Columns.Single(use => use.Name == column);

    // Each landlord has a row in either year: a region that stays, homes and figures that change.
    private string Panel(int landlords, double landlordMatters, double bothMatter)
    {
        Random random = new(17);
        double[] own = [.. Enumerable.Range(0, landlords).Select(_ => (random.NextDouble() < 0.5 ? -1 : 1) * landlordMatters / 2)];
        List<string> lines = ["year,landlord,region,homes,x,z,answer"];
        for (int year = 1; year <= 2; year++)
        {
            for (int i = 0; i < landlords; i++)
            {
                double x = random.NextDouble() - 0.5, z = random.NextDouble() - 0.5;
                double margin = own[i] + x + (x * z > 0 ? bothMatter : -bothMatter);
                string answer = random.NextDouble() < 1 / (1 + Math.Exp(-margin)) ? "yes" : "no";
                lines.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{year},Homes of {i:0000},r{i % 5},{500 + (i * 13) + random.Next(40)},{x:0.000},{z:0.000},{answer}"));
            }
        }

        return Write(lines);
    }

    private string Write(IEnumerable<string> lines)
    {
        string path = Path.Combine(_folder, "t.csv");
        File.WriteAllLines(path, lines);
        return path;
    }

    private static Task<BenchReport> RunAsync(string csv, params string[] drop) => RiskBench.RunAsync(
        new BenchOptions
        {
            Csv = csv,
            Label = "answer",
            Positive = "yes",
            Time = "year",
            Train = TimeRange.Parse("1"),
            Test = TimeRange.Parse("2"),
            Drop = [.. drop],
            Resamples = 0,
            Repeats = 1,
        },
        null, TestContext.Current.CancellationToken);
}
