using System.Diagnostics;
using System.Globalization;
using Complaints.Learning.Evaluation;
using Complaints.Learning;
using Complaints.Learning.Trees;
using Complaints.Learning.MLNet.Trees;
using Complaints.Learning.Table;

namespace Complaints.Benchmarks.Escalation;

/// <summary>The own trees against ML.NET's.</summary>
internal static class PackageComparisons
{
    private const int Rows = 200_000;
    private const int Features = 30;
    private const int Rounds = 100;
    private const int Repeats = 3;

    // LightGBM limits leaves and we limit depth: 64 leaves are six levels. Its time holds making our trees of its own.
    /// <summary>Runs the comparisons.</summary>
    /// <param name="output">Where the ratios are printed.</param>
    public static void Run(TextWriter output)
    {
        FeatureTable training = GeneratedTable.Build(Rows, Features, seed: 1);
        FeatureTable test = GeneratedTable.Build(Rows, Features, seed: 2);
        TreeLearner trees = new(new TreeOptions { Rounds = Rounds, MaxDepth = 6, LearningRate = 0.1, Patience = 0 });
        (double Auc, double Seconds) ours = Run(trees, training, test);
        LightGbmLearner learner = new(new LightGbmOptions
        {
            Rounds = Rounds,
            Leaves = 64,
            LearningRate = 0.1,
            MinLeafRows = 10,
            RowSample = 1,
            FeatureSample = 1,
            Patience = 0,
        });
        (double Auc, double Seconds) theirs = Run(learner, training, test);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"trees against {learner.Title}: {Rows:N0} × {Features}, {Rounds} rounds of 64 leaves, "
                + $"{Environment.ProcessorCount} threads, best of {Repeats}"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  ROC-AUC        ours {ours.Auc:0.0000}   LightGBM {theirs.Auc:0.0000}   "
                + $"difference {ours.Auc - theirs.Auc:+0.0000;-0.0000}"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  training       ours {ours.Seconds:0.000} s   LightGBM {theirs.Seconds:0.000} s   "
                + $"ratio {ours.Seconds / theirs.Seconds:0.00}"));
    }

    private static (double Auc, double Seconds) Run(ILearner learner, FeatureTable training, FeatureTable test)
    {
        TrainingOptions run = new(Seed: 1, Environment.ProcessorCount);
        double best = double.MaxValue;
        IModel? model = null;
        // One small run lets the JIT see the code.
        learner.Train(training.Take([.. Enumerable.Range(0, 20_000)]), null, run, CancellationToken.None);
        for (int i = 0; i < Repeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            model = learner.Train(training, null, run, CancellationToken.None);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return (Ranking.RocAuc(model!.Margins(test), test.Labels), best);
    }
}
