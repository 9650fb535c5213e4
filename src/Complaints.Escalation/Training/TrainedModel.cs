using Complaints.Learning.Evaluation;
using Complaints.Escalation.Labels;

namespace Complaints.Escalation.Training;

/// <summary>A model with what must be known about its training.</summary>
/// <param name="Model">The calibrated model.</param>
/// <param name="Learner">What learned it.</param>
/// <param name="Rule">What it predicts.</param>
/// <param name="AsOf">The day whose knowledge it was trained with: no outcome that became known later.</param>
/// <param name="Fitted">What the model learned from.</param>
/// <param name="Calibrated">What only the calibration saw, later than <paramref name="Fitted"/>.</param>
/// <param name="Waiting">How soon after the response escalations come.</param>
/// <param name="OnCalibration">
/// Figures on the calibration slice. Ranking is honest there; the calibration error is that of the rows the calibration was fitted on, and
/// the figure to quote is the one of <see cref="EscalationEvaluator"/>.
/// </param>
/// <param name="Seed">The seed of the training.</param>
public sealed record TrainedModel(
    PhasedModel Model,
    LearnerIdentity Learner,
    LabelRule Rule,
    DateOnly AsOf,
    TrainingSlice Fitted,
    TrainingSlice Calibrated,
    WaitingCurve Waiting,
    EvaluationReport OnCalibration,
    ulong Seed)
{
    /// <summary>Why the calibration is not the one asked for; null where it is.</summary>
    public string? CalibrationCaution { get; init; }

    /// <summary>Cases left out because the quarantine held a stage of theirs back.</summary>
    public int HeldBackCases { get; init; }

    /// <summary>Rows held back that may be stage 2 and named no case: escalations that could not be learned from.</summary>
    public int HeldBackRowsWithoutCase { get; init; }

    /// <summary>Hash of the feature list; scoring refuses another one.</summary>
    public string FeatureHash => Model.Schema.Hash;

    /// <summary>The kind of model behind the calibration ("trees").</summary>
    public string Kind => Model.Open.Inner.Kind;
}

/// <summary>A stretch of time that a step of the training saw.</summary>
/// <param name="From">First moment.</param>
/// <param name="To">Last moment.</param>
/// <param name="Rows">Prediction rows.</param>
/// <param name="Cases">Different cases.</param>
/// <param name="Escalated">Escalated ones among the cases.</param>
public sealed record TrainingSlice(DateOnly From, DateOnly To, int Rows, int Cases, int Escalated);
