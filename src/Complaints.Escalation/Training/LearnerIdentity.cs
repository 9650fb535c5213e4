using Complaints.Learning;

namespace Complaints.Escalation.Training;

/// <summary>Which learner made a model, so that it can be told and asked again.</summary>
/// <param name="Name">Name in the <see cref="LearnerCatalogue"/> ("trees").</param>
/// <param name="Title">With maker and version, for people ("ML.NET LightGBM 5.0.1").</param>
/// <param name="KeepsDirections">Whether the risk moves only in the direction the feature list allows.</param>
public sealed record LearnerIdentity(string Name, string Title, bool KeepsDirections)
{
    internal static LearnerIdentity Of(ILearner learner) => new(learner.Kind, learner.Title, learner.KeepsDirections);
}
