using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;

namespace Complaints.Learning.Trees;

/// <summary>
/// Finds the number of rounds on the last part of the training rows (by time key, else by row order), then learns that many rounds from
/// all of them: early stopping without giving up the newest cases.
/// </summary>
/// <param name="settings">Settings of the trees; <see cref="TreeOptions.Rounds"/> is the upper limit.</param>
/// <param name="lastShare">Share of rows kept aside to find the number of rounds; in (0, 0.5].</param>
public sealed class StoppedTreeLearner(TreeOptions settings, double lastShare = 0.2) : ILearner
{
    private const int UnjudgedRounds = 128;

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

        (FeatureTable early, FeatureTable late) = LaterRows.Split(training, lastShare);
        if (!LaterRows.CanJudge(early, late))
        {
            return new TreeLearner(settings with { Rounds = Math.Min(settings.Rounds, UnjudgedRounds), Patience = 0 }).Train(training, null, options, cancellationToken);
        }

        TreeModel stopped = new TreeLearner(settings).TrainTrees(early, late, options, cancellationToken);
        TreeOptions all = settings with { Rounds = Math.Max(1, stopped.TreeCount), Patience = 0 };
        return new TreeLearner(all).Train(training, null, options, cancellationToken);
    }
}
