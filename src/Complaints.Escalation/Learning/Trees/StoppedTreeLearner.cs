using Complaints.Escalation.Table;

namespace Complaints.Escalation.Learning.Trees;

/// <summary>
/// Finds the number of rounds on the last part of the training rows (by time key, else by row order), then learns that many rounds from
/// all of them: early stopping without giving up the newest cases.
/// </summary>
/// <param name="settings">Settings of the trees; <see cref="TreeOptions.Rounds"/> is the upper limit.</param>
/// <param name="lastShare">Share of rows kept aside to find the number of rounds; in (0, 0.5].</param>
public sealed class StoppedTreeLearner(TreeOptions settings, double lastShare = 0.2) : ILearner
{
    /// <inheritdoc/>
    public string Kind => TreeModel.KindName;

    /// <inheritdoc/>
    public bool KeepsDirections => true;

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        if (validation is not null)
        {
            return new TreeLearner(settings).Train(training, validation, options, cancellationToken);
        }

        (FeatureTable early, FeatureTable late) = Split(training, lastShare);
        TreeModel stopped = new TreeLearner(settings).TrainTrees(early, late, options, cancellationToken);
        TreeOptions all = settings with { Rounds = Math.Max(1, stopped.TreeCount), Patience = 0 };
        return new TreeLearner(all).Train(training, null, options, cancellationToken);
    }

    /// <summary>The earlier and the last rows by time key, else by row order.</summary>
    internal static (FeatureTable Early, FeatureTable Late) Split(FeatureTable training, double lastShare)
    {
        int[] order = [.. Enumerable.Range(0, training.RowCount)];
        if (!training.TimeKeys.IsEmpty)
        {
            int[] keys = training.TimeKeys.ToArray();
            order = [.. order.OrderBy(r => keys[r])];
        }

        int first = (int)(order.Length * (1 - lastShare));
        return (training.Take(order.AsSpan(0, first)), training.Take(order.AsSpan(first)));
    }
}
