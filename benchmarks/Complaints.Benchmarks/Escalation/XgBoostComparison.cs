using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Complaints.Learning.Evaluation;
using Complaints.Learning;
using Complaints.Learning.Trees;
using Complaints.Learning.Table;

namespace Complaints.Benchmarks.Escalation;

/// <summary>
/// Our trees against Debian's XGBoost (<c>apt-get install python3-xgboost</c>) on the same generated table with like settings, in one
/// run: area under the curve, training time, scoring speed. Best of three on either side.
/// </summary>
public static class XgBoostComparison
{
    private const int TestRows = 200_000;
    private const int Features = 30;
    private const int Rounds = 100;
    private const int Depth = 6;
    private const int Repeats = 3;

    /// <summary>Runs the comparison and prints it; says why and returns when XGBoost is not installed.</summary>
    /// <param name="output">Where the ratios are printed.</param>
    /// <param name="rows">Training rows.</param>
    /// <param name="threads">Threads of either side.</param>
    /// <param name="cancellationToken">Stops between trees.</param>
    public static async Task RunAsync(TextWriter output, int rows = 200_000, int threads = 2, CancellationToken cancellationToken = default)
    {
        FeatureTable training = GeneratedTable.Build(rows, Features, seed: 1);
        FeatureTable test = GeneratedTable.Build(TestRows, Features, seed: 2);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("complaints-trees-");
        try
        {
            Other? other = await RunOtherAsync(folder.FullName, training, test, threads, cancellationToken);
            if (other is null)
            {
                await output.WriteLineAsync(
                    "trees against XGBoost: skipped, /usr/bin/python3 has no xgboost (apt-get install python3-xgboost).");
                return;
            }

            Other ours = RunOurs(training, test, threads, cancellationToken);
            string[] lines =
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"trees against XGBoost {other.Version}: {rows:N0} × {Features}, {Rounds} rounds of depth {Depth}, "
                        + $"{threads} threads, best of {Repeats}"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  ROC-AUC        ours {ours.Auc:0.0000}   XGBoost {other.Auc:0.0000}   "
                        + $"difference {ours.Auc - other.Auc:+0.0000;-0.0000} (aim within 0.005)"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  training       ours {ours.Train:0.000} s   XGBoost {other.Train:0.000} s "
                        + $"(+ {other.Load:0.000} s to load its matrix)   ratio {ours.Train / other.Train:0.00} (aim ≤ 1.0)"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  scoring        ours {TestRows / ours.Score:N0} rows/s   XGBoost {TestRows / other.Score:N0} rows/s   "
                        + $"ratio {other.Score / ours.Score:0.00} (aim ≥ 1,000,000 rows/s)"),
            ];
            foreach (string line in lines)
            {
                await output.WriteLineAsync(line);
            }

            if (Load() is { } load && load > Environment.ProcessorCount + 1)
            {
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  not a fair run: {load:0.0} processes wanted {Environment.ProcessorCount} processors; "
                        + $"XGBoost's threads wait for each other and lose more by it than ours"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double? Load() =>
        File.Exists("/proc/loadavg")
            && double.TryParse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture, out double load)
                ? load
                : null;

    private static Other RunOurs(FeatureTable training, FeatureTable test, int threads, CancellationToken cancellationToken)
    {
        TreeLearner learner = new(new TreeOptions { Rounds = Rounds, MaxDepth = Depth, LearningRate = 0.1, Patience = 0 });
        // One small run lets the JIT see the code, as XGBoost is compiled ahead of time.
        learner.Train(training.Take([.. Enumerable.Range(0, 20_000)]), null, new TrainingOptions(1, threads), cancellationToken);
        double best = double.MaxValue;
        double bestScore = double.MaxValue;
        double[] margins = [];
        for (int i = 0; i < Repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            IModel model = learner.Train(training, null, new TrainingOptions(1, threads), cancellationToken);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            for (int j = 0; j < Repeats; j++)
            {
                start = Stopwatch.GetTimestamp();
                margins = model.Margins(test);
                bestScore = Math.Min(bestScore, Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        return new Other(string.Empty, Ranking.RocAuc(margins, test.Labels), best, 0, bestScore);
    }

    private static async Task<Other?> RunOtherAsync(
        string folder, FeatureTable training, FeatureTable test, int threads, CancellationToken cancellationToken)
    {
        const string python = "/usr/bin/python3";
        if (!File.Exists(python))
        {
            return null;
        }

        string script = Path.Combine(folder, "other.py");
        string trainFile = Path.Combine(folder, "train.bin");
        string testFile = Path.Combine(folder, "test.bin");
        await File.WriteAllTextAsync(script, XgBoostScript.Text, cancellationToken);
        GeneratedTable.Write(training, trainFile);
        GeneratedTable.Write(test, testFile);
        ProcessStartInfo start = new(python) { RedirectStandardOutput = true };
        int[] numbers = [training.RowCount, test.RowCount, Features, Rounds, Depth, threads, Repeats];
        IEnumerable<string> counts = numbers.Select(n => n.ToString(CultureInfo.InvariantCulture));
        foreach (string argument in (string[])[script, trainFile, testFile, .. counts])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string json = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        using JsonDocument answer = JsonDocument.Parse(json);
        JsonElement root = answer.RootElement;
        return root.GetProperty("missing").GetBoolean()
            ? null
            : new Other(
                root.GetProperty("version").GetString()!, root.GetProperty("auc").GetDouble(), root.GetProperty("train").GetDouble(),
                root.GetProperty("load").GetDouble(), root.GetProperty("score").GetDouble());
    }

    private sealed record Other(string Version, double Auc, double Train, double Load, double Score);
}
