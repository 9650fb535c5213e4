using System.Collections.Immutable;
using Complaints.Domain;
using Complaints.Learning.Evaluation;
using Complaints.Escalation.Cases;

namespace Complaints.Escalation.Training;

/// <summary>One model's figures at one kind of moment, over all months judged.</summary>
/// <param name="Model">"base rate", "one rule", "logistic", or the learner in use ("trees").</param>
/// <param name="Kind">The kind of moment.</param>
/// <param name="Figures">The figures.</param>
public sealed record ModelFigures(string Model, PointKind Kind, EvaluationReport Figures)
{
    /// <summary>First days of the months judged at this kind of moment, in order.</summary>
    public ImmutableArray<DateOnly> Months { get; init; } = [];
}

/// <summary>One month of the evaluation of answered cases.</summary>
/// <param name="Month">First day of the month judged.</param>
/// <param name="Known">Day by which outcomes had to be known to be learned from.</param>
/// <param name="TrainingRows">Rows learned from.</param>
/// <param name="Answered">Responses judged.</param>
/// <param name="Escalated">Escalated among them.</param>
/// <param name="RocAuc">ROC-AUC of the model in use on them; NaN where all are alike.</param>
public sealed record EvaluationMonth(DateOnly Month, DateOnly Known, int TrainingRows, int Answered, int Escalated, double RocAuc);

/// <summary>The figures of the model in use for a part of the cases, at the response.</summary>
/// <param name="By">The feature by which cases are parted.</param>
/// <param name="Value">Its value; empty where none is recorded.</param>
/// <param name="Cases">Cases answered.</param>
/// <param name="Escalated">Escalated among them.</param>
/// <param name="MeanProbability">What was predicted on average.</param>
/// <param name="RocAuc">ROC-AUC; null with fewer than 30 cases of either kind, where it would be noise.</param>
/// <param name="CalibrationError">Expected calibration error; null likewise.</param>
public sealed record SliceFigures(
    string By, string Value, int Cases, int Escalated, double MeanProbability, Interval? RocAuc, Interval? CalibrationError);

/// <summary>How many calls find how many of the escalations, calling the riskiest at the response.</summary>
/// <param name="CallsAWeek">Calls a week.</param>
/// <param name="Recall">Share of the escalated cases called.</param>
/// <param name="Precision">Share of the called that escalate.</param>
/// <param name="Threshold">Probability from which cases are called.</param>
public sealed record Workload(double CallsAWeek, double Recall, double Precision, double Threshold);

/// <summary>What an evaluation by rolling origin found.</summary>
/// <param name="Months">The months whose responses were judged; those of the moments before stand with the figures.</param>
/// <param name="Models">Figures by model and kind of moment.</param>
/// <param name="OverRule">ROC-AUC of the model in use less that of the rule, at the response, on the same cases.</param>
/// <param name="OverLogistic">The same against logistic regression.</param>
/// <param name="Slices">By landlord, service area, stock type and tenure.</param>
/// <param name="Workloads">Calls a week for recall.</param>
/// <param name="InUse">Name of the model in use among <paramref name="Models"/>.</param>
public sealed record EscalationEvaluation(
    ImmutableArray<EvaluationMonth> Months,
    ImmutableArray<ModelFigures> Models,
    Interval OverRule,
    Interval OverLogistic,
    ImmutableArray<SliceFigures> Slices,
    ImmutableArray<Workload> Workloads,
    string InUse = "trees")
{
    /// <summary>Bootstrap samples behind the intervals.</summary>
    public int Resamples { get; init; }

    /// <summary>
    /// ROC-AUC of the model in use less that of the rule over the moments before the response, where most of the list's work is; null where
    /// none was judged.
    /// </summary>
    public Interval? OverRuleOpen { get; init; }

    /// <summary>Different cases that escalated, among those judged at the response.</summary>
    public int EscalatedAnswered { get; init; }

    /// <summary>The same among those judged before it.</summary>
    public int EscalatedOpen { get; init; }

    /// <summary>Predicted against observed by days since the response.</summary>
    public ImmutableArray<WaitingFigures> Waiting { get; init; } = [];

    /// <summary>
    /// Whether the model ranks later answered cases better than the rule, beyond chance, and open ones no worse. While a case is open
    /// little is known that the rule does not use, and a household's weeks say much the same: to ask for more than chance there would ask
    /// for many years of cases.
    /// </summary>
    public bool BeatsRule => OverRule.Low > 0 && OverRuleOpen is { Value: >= 0 };

    /// <summary>
    /// Why nothing can be decided on this evaluation, whatever it found: with few months, samples or escalations a poor model passes by
    /// luck once it is judged often enough. Empty where it can.
    /// </summary>
    public ImmutableArray<string> Shortfalls =>
    [
        .. Short(Months.Length, EvaluationOptions.DefaultMonths, "months judged"),
        .. Short(Resamples, EvaluationOptions.DefaultResamples, "bootstrap samples"),
        .. Short(EscalatedAnswered, Limits.EvaluationPositives, "escalated cases judged at the response"),
        .. Short(EscalatedOpen, Limits.EvaluationPositives, "escalated cases judged while open"),
    ];

    /// <summary>Whether it can be decided on this evaluation if the model may be promoted.</summary>
    public bool IsSufficient => Shortfalls.IsEmpty;

    /// <summary>Whether the model may be promoted on this evaluation.</summary>
    public bool IsPromotable => IsSufficient && BeatsRule;

    /// <summary>The verdict in a sentence or two.</summary>
    public string Verdict => string.Join(' ', Sentences());

    private IEnumerable<string> Sentences()
    {
        string open = OverRuleOpen is null ? "not judged while open" : $"while open ({OverRuleOpen})";
        yield return BeatsRule
            ? $"Ranks later cases better than the rule '{OneRuleLearner.Rule}': ROC-AUC higher by {OverRule}, and no worse {open}."
            : $"Not shown to rank later cases better than the rule '{OneRuleLearner.Rule}' (ROC-AUC difference {OverRule}, {open}): it must not be promoted.";
        if (!IsSufficient)
        {
            yield return $"For looking at, not for promoting: {string.Join(", ", Shortfalls)}.";
        }
    }

    private static IEnumerable<string> Short(int there, int needed, string what) =>
        there >= needed ? [] : [$"{there} {what} of {needed} needed"];

    /// <summary>Figures of a model at a kind of moment.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public EvaluationReport Of(string model, PointKind kind) => Models.Single(m => m.Model == model && m.Kind == kind).Figures;
}

/// <summary>How models of escalation are evaluated.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Months judged unless told otherwise, and the fewest on which a model may be promoted.</summary>
    public const int DefaultMonths = 6;

    /// <summary>Bootstrap samples unless told otherwise, and the fewest on which a model may be promoted.</summary>
    public const int DefaultResamples = 200;

    /// <summary>How each model is trained.</summary>
    public TrainerOptions Training { get; init; } = new();

    /// <summary>
    /// Months judged, of each kind of moment the latest whose outcomes are known; 1 to 36. Outcomes of open cases are known later, so their
    /// months are earlier ones. A model is trained for each.
    /// </summary>
    public int Months { get; init; } = DefaultMonths;

    /// <summary>Bootstrap samples; 0 gives no intervals.</summary>
    public int Resamples { get; init; } = DefaultResamples;
}
