using Complaints.Learning.Table;

namespace Complaints.Learning.Blend;

/// <summary>
/// Learns several models and averages their log-odds. The same learner given twice gets another seed each time, so that a blend can also
/// calm the noise of sampling.
/// </summary>
/// <param name="members">Learners and their positive weights; weights need not add up to one.</param>
public sealed class BlendLearner(IReadOnlyList<(ILearner Learner, double Weight)> members) : ILearner
{
    /// <summary>The members' names, as in "lightgbm-logistic".</summary>
    public string Kind => string.Join('-', members.Select(m => m.Learner.Kind));

    /// <inheritdoc/>
    public string Title => $"mean of {string.Join(" and ", members.Select(m => m.Learner.Title))}";

    /// <inheritdoc/>
    public bool KeepsDirections => members.All(m => m.Learner.KeepsDirections);

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        ModelScoring.CheckTraining(training);
        double total = members.Sum(m => m.Weight);
        List<(IModel, double)> models = [];
        foreach ((ILearner learner, double weight) in members)
        {
            TrainingOptions own = options with { Seed = SplitMix.Derive(options.Seed, 0xB1E0 + (ulong)models.Count) };
            models.Add((learner.Train(training, validation, own, cancellationToken), weight / total));
        }

        return new BlendModel(models);
    }
}
