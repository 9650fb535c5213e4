using Complaints.Escalation.Table;

namespace Complaints.Escalation.Learning.Encoding;

/// <summary>Learns transforms one after the other, then a model on what they give.</summary>
/// <param name="transforms">In order of application.</param>
/// <param name="inner">The learner behind them.</param>
public sealed class EncodedLearner(IReadOnlyList<ITransformLearner> transforms, ILearner inner) : ILearner
{
    /// <inheritdoc/>
    public string Kind => EncodedModel.KindName;

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken)
    {
        ModelScoring.CheckTraining(training);
        List<ITableTransform> learned = [];
        foreach (ITransformLearner learner in transforms)
        {
            (ITableTransform transform, training) = learner.Learn(training, SplitMix.Derive(options.Seed, (ulong)learned.Count));
            validation = validation is null ? null : transform.Apply(validation);
            learned.Add(transform);
        }

        return new EncodedModel(learned, inner.Train(training, validation, options, cancellationToken));
    }
}
