using System.Collections.Immutable;
using Complaints.Domain.Errors;
using Complaints.Learning;
using Complaints.Learning.Logistic;

namespace Complaints.Escalation.Training;

/// <summary>
/// The learners that a build of the program can train with, by <see cref="ILearner.Kind"/>. The program that is composed of the parts decides
/// which these are; the first is the default.
/// </summary>
/// <param name="learners">At least one, each of another kind.</param>
public sealed class LearnerCatalogue(IEnumerable<ILearner> learners)
{
    /// <summary>What the project has of its own: the mean of trees and logistic regression, the default, and either alone.</summary>
    public static LearnerCatalogue Own { get; } =
        new([new TrainerOptions().Learner, new TrainerOptions().TreesAlone, new LogisticLearner(new LogisticOptions())]);

    /// <summary>The learners, the default first.</summary>
    public ImmutableArray<ILearner> Learners { get; } = [.. learners];

    /// <summary>The names to choose from.</summary>
    public string Names => string.Join(", ", Learners.Select(learner => learner.Kind));

    /// <summary>A learner by name, or the default.</summary>
    /// <param name="name">Its <see cref="ILearner.Kind"/>; null for the default.</param>
    /// <exception cref="UserException">This build has no such learner.</exception>
    public ILearner Find(string? name = null) => name is null
        ? Learners[0]
        : Learners.FirstOrDefault(learner => learner.Kind == name)
            ?? throw new UserException(
                $"This build of the program has no learner '{name}'.",
                where: "--learner, or the learner the model was made with",
                expected: $"one of: {Names}",
                fix: "choose one of them and train again; ML.NET's learners, fasttree and lbfgs, are in a build with -p:UpstreamPackages=true");
}

/// <summary>Which learner made a model, so that it can be told and asked again.</summary>
/// <param name="Name">Name in the <see cref="LearnerCatalogue"/> ("trees").</param>
/// <param name="Title">With maker and version, for people ("ML.NET FastTree 5.0.0").</param>
/// <param name="KeepsDirections">Whether the risk moves only in the direction the feature list allows.</param>
public sealed record LearnerIdentity(string Name, string Title, bool KeepsDirections)
{
    internal static LearnerIdentity Of(ILearner learner) => new(learner.Kind, learner.Title, learner.KeepsDirections);
}
