using System.Collections.Immutable;
using Complaints.Learning;
using Complaints.Learning.Blend;
using Complaints.Learning.Encodings;
using Complaints.Learning.Logistic;
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
    /// <summary>The plain baseline: one-hot logistic regression with scikit-learn's default penalty.</summary>
    public const int Plain = 0;

    private static readonly TreeOptions Small = new()
    {
        LearningRate = 0.03, MinChildWeight = 5, L2 = 5, RowSample = 0.7, FeatureSample = 0.5, Patience = 0, MaxDepth = 3, Rounds = 250,
    };

    public static ImmutableArray<BenchMember> Members { get; } =
    [
        new("logistic, L2 1", new LogisticLearner(new LogisticOptions { L2 = 1, MinCategoryRows = 1 })),
        new("logistic, L2 10", new LogisticLearner(new LogisticOptions { L2 = 10 })),
        new("logistic, L2 30", new LogisticLearner(new LogisticOptions { L2 = 30 })),
        new("logistic with past rates, L2 20", new EncodedLearner([new PastRatesLearner()], new LogisticLearner(new LogisticOptions { L2 = 20 }))),
        new("trees of depth 3 on single categories", new EncodedLearner([new OneHotLearner(5)], new TreeLearner(Small))),
        new("trees of depth 5 on single categories", new EncodedLearner([new OneHotLearner(5)], new TreeLearner(Small with { MaxDepth = 5, Rounds = 200 }))),
        new("trees of depth 4 on sets of categories", new TreeLearner(Small with { MaxDepth = 4, Rounds = 200, CategoricalL2 = 20, MinCategoryWeight = 3 })),
        new("trees of depth 6, stopped early", new StoppedTreeLearner(new TreeOptions { Rounds = 2000, LearningRate = 0.05, MinChildWeight = 5, RowSample = 0.8, FeatureSample = 0.7, Patience = 50 })),
    ];

    public static ImmutableArray<BenchCandidate> All { get; } =
    [
        .. Members.Select((m, i) => new BenchCandidate(m.Name, [i])),
        new("mean of logistic (L2 30) and trees of depth 5", [2, 5]),
        new("mean of logistic with past rates and trees of depth 5", [3, 5]),
        new("mean of both logistic models, trees of depth 3 and 5", [2, 3, 4, 5]),
        new("mean of logistic with past rates and trees stopped early", [3, 7]),
    ];

    /// <summary>The learner of a candidate.</summary>
    public static ILearner Learner(BenchCandidate candidate) => candidate.Members.Length == 1
        ? Members[candidate.Members[0]].Learner
        : new BlendLearner([.. candidate.Members.Select(m => (Members[m].Learner, 1.0))]);
}
