using System.Collections.Immutable;
using Complaints.Learning.Blend;
using Complaints.Learning.Encodings;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.MLNet.Trees;
using Complaints.Learning.Trees;

namespace Complaints.Learning.Bench;

/// <summary>One way to learn, by itself.</summary>
internal sealed record BenchMember(string Name, ILearner Learner);

/// <summary>Members whose log-odds are averaged.</summary>
internal sealed record BenchCandidate(string Name, ImmutableArray<int> Members);

/// <summary>
/// What the bench tries. The list is fixed and short, so that choosing among it by cross-validation costs little optimism; it was written
/// down before any test period was looked at.
/// </summary>
internal static class BenchCandidates
{
    /// <summary>
    /// The plain baselines: one-hot logistic regression with scikit-learn's default penalty, numbers of few values being numbers or
    /// categories.
    /// </summary>
    public static ImmutableArray<int> Plain { get; } = [0, 1];

    public static ImmutableArray<BenchMember> Members { get; } =
    [
        new("logistic, L2 1", new LogisticLearner(new LogisticOptions { L2 = 1, MinCategoryRows = 1 })),
        new("logistic, L2 1, numbers of few values as categories", new EncodedLearner(
            [new FewValuesAsCategories()], new LogisticLearner(new LogisticOptions { L2 = 1, MinCategoryRows = 1 }))),
        new("logistic, L2 10", new LogisticLearner(new LogisticOptions { L2 = 10 })),
        new("logistic, L2 30", new LogisticLearner(new LogisticOptions { L2 = 30 })),
        new(
            "logistic with past rates, L2 20",
            Twice(new EncodedLearner([new PastRatesLearner()], new LogisticLearner(new LogisticOptions { L2 = 20 })))),
        new("trees of 4 leaves", Trees(4, 250)),
        new("trees of 12 leaves", Trees(12, 150)),
        new("trees of 6 leaves, stopped early", StoppedTrees()),
        new("trees of 6 leaves with past rates", Twice(new EncodedLearner([new PastRatesLearner()], Trees(6, 200)))),
    ];

    public static ImmutableArray<BenchCandidate> All { get; } =
    [
        .. Members.Select((m, i) => new BenchCandidate(m.Name, [i])),
        new("mean of logistic (L2 10) and trees of 4 leaves", [2, 5]),
        new("mean of logistic (L2 30) and trees of 12 leaves", [3, 6]),
        new("mean of logistic with past rates and trees of 12 leaves", [4, 6]),
        new("mean of logistic (L2 30) and trees stopped early", [3, 7]),
        new("mean of both with past rates and trees of 12 leaves", [4, 6, 8]),
        new("mean of both logistic models, trees of 4 and 12 leaves", [3, 4, 5, 6]),
        new("mean of both logistic models and all trees", [3, 4, 5, 6, 7, 8]),
    ];

    /// <summary>The learner of a candidate.</summary>
    public static ILearner Learner(BenchCandidate candidate) => candidate.Members.Length == 1
        ? Members[candidate.Members[0]].Learner
        : new BlendLearner([.. candidate.Members.Select(m => (Members[m].Learner, 1.0))]);

    // The rates that training rows see depend on how they fall into folds: the mean of two draws depends on it less.
    private static BlendLearner Twice(ILearner learner) => new([(learner, 1), (learner, 1)]);

    private static ILearner Trees(int leaves, int rounds) => LightGbmLibrary.Runs
        ? new LightGbmLearner(
            new LightGbmOptions
            {
                Leaves = leaves,
                Rounds = rounds,
                LearningRate = 0.03,
                MinLeafRows = 20,
                MinCategoryRows = 5,
                Patience = 0,
            })
        : OwnTrees(leaves, rounds);

    private static ILearner StoppedTrees() => LightGbmLibrary.Runs
        ? new LightGbmLearner(new LightGbmOptions { MinCategoryRows = 5 })
        : new StoppedTreeLearner(
            new TreeOptions
            {
                Rounds = 1000,
                MaxDepth = 3,
                LearningRate = 0.05,
                MinChildWeight = 5,
                L2 = 5,
                RowSample = 0.7,
                FeatureSample = 0.5,
                Patience = 60,
            });

    private static EncodedLearner OwnTrees(int leaves, int rounds) =>
        new EncodedLearner([new OneHotLearner(5)], new TreeLearner(new TreeOptions
    {
        MaxDepth = leaves <= 4 ? 3 : leaves <= 6 ? 4 : 5, Rounds = rounds,
        LearningRate = 0.03, MinChildWeight = 5, L2 = 5, RowSample = 0.7, FeatureSample = 0.5, Patience = 0,
    }));
}
