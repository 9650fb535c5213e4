using Complaints.Escalation.Learning;
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

    /// <summary>The learner; the project's own trees with <see cref="Trees"/>, unless another is given.</summary>
    public ILearner Learner { get => field ?? new StoppedTreeLearner(Trees, StoppingShare); init; }

    /// <summary>Settings of the trees. Shallow and slow: the drivers mostly add up, and the cases are thousands, not millions.</summary>
    public TreeOptions Trees { get; init; } = new()
    {
        Rounds = 1500, MaxDepth = 3, LearningRate = 0.05, MinChildWeight = 10, L2 = 5, RowSample = 0.7, FeatureSample = 0.5, Patience = 60,
    };
}
