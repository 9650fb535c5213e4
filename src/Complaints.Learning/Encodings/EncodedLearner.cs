using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Learning.Encodings;

/// <summary>Turns a table of one schema into a table of another, row by row, with nothing but what it learned from training rows.</summary>
public interface ITableTransform
{
    /// <summary>Short, stable name.</summary>
    string Kind { get; }

    /// <summary>The features it reads.</summary>
    FeatureSchema Input { get; }

    /// <summary>The features it gives.</summary>
    FeatureSchema Output { get; }

    /// <summary>For each feature given, the features read that it is made of; a contribution is shared equally among them.</summary>
    ImmutableArray<ImmutableArray<int>> Origins { get; }

    /// <summary>Transforms rows that were not used for learning.</summary>
    FeatureTable Apply(FeatureTable table);
}

/// <summary>Learns a transform.</summary>
public interface ITransformLearner
{
    /// <summary>
    /// Learns from labelled rows. The encoded training rows are given as well, because they may need to be encoded otherwise than new rows:
    /// a row's own label must never reach its own features.
    /// </summary>
    (ITableTransform Transform, FeatureTable Training) Learn(FeatureTable training, ulong seed);
}

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
