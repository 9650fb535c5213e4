using Complaints.Learning.Evaluation;
using Complaints.Escalation.Labels;
using Complaints.Learning;

namespace Complaints.Escalation.Training;

/// <summary>How models of escalation are trained.</summary>
public sealed record TrainerOptions
{
    /// <summary>Seed and threads.</summary>
    public TrainingOptions Run { get; init; } = TrainingOptions.Default;

    /// <summary>Share of the rows, the latest, that only the calibration sees; in (0, 0.5].</summary>
    public double CalibrationShare { get; init; } = 0.15;

    /// <summary>The learner; unless another is given, the default of <see cref="LearnerCatalogue.Here"/>.</summary>
    public ILearner Learner { get => field ?? LearnerCatalogue.Here.Find(); init; }
}
