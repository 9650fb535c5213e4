using Complaints.Learning.Table;

namespace Complaints.Learning;

/// <summary>
/// The port behind which every way of learning stands. An implementation keeps its own settings; it may not look at anything but the
/// tables it is given, and it never sees the rows it will be judged on.
/// </summary>
public interface ILearner
{
    /// <summary>Short, stable name of the way of learning ("trees").</summary>
    string Kind { get; }

    /// <summary>The learner with its maker and version, for people ("ML.NET LightGBM 5.0.1").</summary>
    string Title => Kind;

    /// <summary>Whether its models move only in the direction that <see cref="FeatureDefinition.Monotone"/> allows.</summary>
    bool KeepsDirections => false;

    /// <summary>Learns a model.</summary>
    /// <param name="training">Labelled rows.</param>
    /// <param name="validation">Labelled rows later than the training rows, for early stopping; null trains all rounds.</param>
    /// <param name="options">Seed and threads.</param>
    /// <param name="cancellationToken">Stops between rounds.</param>
    /// <exception cref="ArgumentException">The training table has no labels, or only one class.</exception>
    IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken);
}

/// <summary>What every learner is told beside its own settings.</summary>
/// <param name="Seed">Everything random comes from it: the same seed and data give the same model, byte for byte.</param>
/// <param name="Threads">Threads to use, at least 1. The model does not depend on it.</param>
public sealed record TrainingOptions(ulong Seed = 1, int Threads = 2)
{
    /// <summary>Settings good enough to start with.</summary>
    public static TrainingOptions Default { get; } = new();
}
