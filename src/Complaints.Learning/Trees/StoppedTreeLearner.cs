using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>
/// Finds the number of rounds on later parts of the training rows (by time key, else by row order), then learns that many rounds from
/// all of them: early stopping without giving up the newest cases.
/// </summary>
/// <param name="settings">Settings of the trees; <see cref="TreeOptions.Rounds"/> is the upper limit.</param>
/// <param name="lastShare">Share of rows in each later part; in (0, 0.25].</param>
public sealed class StoppedTreeLearner(TreeOptions settings, double lastShare = 0.15) : ILearner
{
    /// <inheritdoc/>
    public string Kind => TreeModel.KindName;

    /// <inheritdoc/>
    public string Title => "own trees";

    /// <inheritdoc/>
    public bool KeepsDirections => true;

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        if (validation is not null)
        {
            return new TreeLearner(settings).Train(training, validation, options, cancellationToken);
        }

        int rounds = StoppingRounds.Mean(
            training, lastShare, settings.LearningRate, settings.Rounds,
            (early, late) => new TreeLearner(settings).TrainTrees(early, late, options, cancellationToken).TreeCount);
        return new TreeLearner(settings with { Rounds = rounds, Patience = 0 }).Train(training, null, options, cancellationToken);
    }
}
