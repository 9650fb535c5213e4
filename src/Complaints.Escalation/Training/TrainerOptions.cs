using Complaints.Escalation.Learning;
using Complaints.Escalation.Learning.Blend;
using Complaints.Escalation.Learning.Logistic;
using Complaints.Escalation.Learning.Trees;

namespace Complaints.Escalation.Training;

/// <summary>How models of escalation are trained.</summary>
public sealed record TrainerOptions
{
    /// <summary>Seed and threads.</summary>
    public TrainingOptions Run { get; init; } = TrainingOptions.Default;

    /// <summary>Share of the rows, the latest, that only the calibration sees; in (0, 0.5].</summary>
    public double CalibrationShare { get; init; } = 0.15;

    /// <summary>Share of the remaining rows, the latest, that stops the trees early; in (0, 0.5].</summary>
    public double StoppingShare { get; init; } = 0.2;

    /// <summary>
    /// The learner; unless another is given, the mean of trees and logistic regression: on the few thousand cases that most landlords have it
    /// ranks better than either, and on many it loses nothing.
    /// </summary>
    public ILearner Learner { get => field ?? new BlendLearner([(TreesAlone, 1), (new LogisticLearner(Logistic), 1)]); init; }

    /// <summary>The project's own trees by themselves.</summary>
    public ILearner TreesAlone => new StoppedTreeLearner(Trees, StoppingShare);

    /// <summary>Settings of the trees. Shallow and slow: the drivers mostly add up, and the cases are thousands, not millions.</summary>
    public TreeOptions Trees { get; init; } = new()
    {
        Rounds = 1500, MaxDepth = 3, LearningRate = 0.05, MinChildWeight = 10, L2 = 5, RowSample = 0.7, FeatureSample = 0.5, Patience = 60,
    };

    /// <summary>Settings of the logistic regression beside the trees. It moves in the directions they do.</summary>
    public LogisticOptions Logistic { get; init; } = new() { KeepsDirections = true };
}
