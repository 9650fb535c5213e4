using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Labels;
using Complaints.Learning;

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

/// <summary>A stretch of time that a step of the training saw.</summary>
/// <param name="From">First moment.</param>
/// <param name="To">Last moment.</param>
/// <param name="Rows">Prediction rows.</param>
/// <param name="Cases">Different cases.</param>
/// <param name="Escalated">Escalated ones among the cases.</param>
public sealed record TrainingSlice(DateOnly From, DateOnly To, int Rows, int Cases, int Escalated);

/// <summary>The refusal to learn from too few escalations.</summary>
internal static class TooFew
{
    public static UserException Of(int escalated, DateOnly asOf, LabelRule rule) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Only {escalated:N0} escalated cases have a known outcome on {asOf:yyyy-MM-dd}: too few to tell a pattern from chance."),
        where: string.Create(CultureInfo.InvariantCulture, $"stage 1 cases answered at least {rule.HorizonDays} days before that day"),
        expected: $"at least {Limits.TrainingPositives} escalated cases ({nameof(Limits)}.{nameof(Limits.TrainingPositives)})",
        fix: "load more years or more landlords, or shorten the horizon; until then rank open cases by days overdue");
}
