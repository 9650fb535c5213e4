using Complaints.Learning.Table;

namespace Complaints.Learning.BaseRate;

/// <summary>Predicts the training rows' share of escalations for everybody: what any other model must beat.</summary>
public sealed class BaseRateLearner : ILearner
{
    /// <inheritdoc/>
    public string Kind => BaseRateModel.KindName;

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        ModelScoring.CheckTraining(training);
        cancellationToken.ThrowIfCancellationRequested();
        return new BaseRateModel(training.Schema, LogOdds.Of(Rate(training)));
    }

    internal static double Rate(FeatureTable table)
    {
        double positive = 0;
        double all = 0;
        for (int i = 0; i < table.RowCount; i++)
        {
            all += table.WeightOf(i);
            positive += table.Labels[i] * table.WeightOf(i);
        }

        return positive / all;
    }
}
