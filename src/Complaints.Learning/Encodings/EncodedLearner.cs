using System.Collections.Immutable;
using Complaints.Learning.Explanation;
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

/// <summary>A model behind the transforms it was trained with; its reasons are told in the original features.</summary>
public sealed class EncodedModel : IModel, IExplainable
{
    internal const string KindName = "encoded";

    internal EncodedModel(IReadOnlyList<ITableTransform> transforms, IModel inner)
    {
        Transforms = [.. transforms];
        Inner = inner;
    }

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public FeatureSchema Schema => Transforms.IsEmpty ? Inner.Schema : Transforms[0].Input;

    internal ImmutableArray<ITableTransform> Transforms { get; }

    internal IModel Inner { get; }

    /// <inheritdoc/>
    public void Score(FeatureTable table, Span<double> margins)
    {
        ModelScoring.Check(this, table, margins);
        Inner.Score(Encode(table), margins);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The model inside cannot explain itself.</exception>
    public FeatureContributions Explain(FeatureTable table, int row)
    {
        if (Inner is not IExplainable explainable)
        {
            throw new NotSupportedException($"A {Inner.Kind} model gives no reasons.");
        }

        FeatureContributions inner = explainable.Explain(Encode(table.Take([row])), 0);
        double[] contributions = [.. inner.Contributions];
        foreach (ITableTransform transform in Transforms.Reverse())
        {
            double[] before = new double[transform.Input.Features.Length];
            for (int f = 0; f < contributions.Length; f++)
            {
                foreach (int origin in transform.Origins[f])
                {
                    before[origin] += contributions[f] / transform.Origins[f].Length;
                }
            }

            contributions = before;
        }

        return inner with { Contributions = [.. contributions] };
    }

    private FeatureTable Encode(FeatureTable table) => Transforms.Aggregate(table, (t, transform) => transform.Apply(t));
}
