using System.Collections.Immutable;
using Complaints.Domain.Errors;
using Complaints.Learning;
using Complaints.Learning.Blend;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.MLNet.Trees;
using Complaints.Learning.Trees;

namespace Complaints.Escalation.Training;

/// <summary>The learners that a machine can train with, by <see cref="ILearner.Kind"/>; the first is the default.</summary>
/// <param name="learners">At least one, each of another kind.</param>
public sealed class LearnerCatalogue(IEnumerable<ILearner> learners)
{
    /// <summary>What this machine can train with.</summary>
    public static LearnerCatalogue Here { get; } = Of(LightGbmLibrary.Runs);

    /// <summary>The learners, the default first.</summary>
    public ImmutableArray<ILearner> Learners { get; } = [.. learners];

    /// <summary>What a user has to be told about the default, in one line; null where it is the usual one.</summary>
    public string? Notice { get; private init; }

    /// <summary>The names to choose from.</summary>
    public string Names => string.Join(", ", Learners.Select(learner => learner.Kind));

    // Shallow and slow, both: the drivers mostly add up, and the cases are thousands, not millions.
    private static LightGbmLearner LightGbm => new(new LightGbmOptions());

    private static StoppedTreeLearner OwnTrees => new(new TreeOptions
    {
        Rounds = 1500, MaxDepth = 3, LearningRate = 0.05, MinChildWeight = 10, L2 = 5, RowSample = 0.7, FeatureSample = 0.5, Patience = 60,
    });

    private static PenaltyChoosingLearner Logistic => new(new LogisticOptions());

    /// <summary>
    /// The mean of trees and logistic regression, the default, and either alone. On the few thousand cases that most landlords have the
    /// mean ranks better than either, and on many it loses nothing.
    /// </summary>
    /// <param name="lightGbm">Whether LightGBM runs; without it the project's own trees take its place.</param>
    public static LearnerCatalogue Of(bool lightGbm) => lightGbm
        ? new([Mean(LightGbm), LightGbm, Logistic, Mean(OwnTrees), OwnTrees])
        : new([Mean(OwnTrees), OwnTrees, Logistic])
        {
            Notice = "ML.NET's LightGBM does not run on this machine (it needs a 64-bit Intel or AMD processor and, on Linux, the package libgomp1): "
                + "the project's own trees learned in its place.",
        };

    /// <summary>A learner by name, or the default.</summary>
    /// <param name="name">Its <see cref="ILearner.Kind"/>; null for the default.</param>
    /// <exception cref="UserException">This machine has no such learner.</exception>
    public ILearner Find(string? name = null) => name is null
        ? Learners[0]
        : Learners.FirstOrDefault(learner => learner.Kind == name)
            ?? throw new UserException(
                $"There is no learner '{name}' on this machine.",
                where: "--learner, or the learner the model was made with",
                expected: $"one of: {Names}",
                fix: "choose one of them and train again; lightgbm needs a 64-bit Intel or AMD processor and, on Linux, the package libgomp1");

    private static BlendLearner Mean(ILearner trees) => new([(trees, 1), (Logistic, 1)]);
}
