using System.Collections.Immutable;

namespace Complaints.Escalation.Evaluation;

/// <summary>Everything said about one set of probabilities on rows the model has not seen.</summary>
/// <param name="Rows">Rows judged.</param>
/// <param name="Positives">Escalated among them.</param>
/// <param name="MeanProbability">Mean predicted probability.</param>
/// <param name="RocAuc">Area under the ROC curve.</param>
/// <param name="AveragePrecision">Area under the precision–recall curve.</param>
/// <param name="Brier">Mean squared error.</param>
/// <param name="LogLoss">Mean log loss, nats.</param>
/// <param name="CalibrationError">
/// Expected calibration error over ten bins, less what chance adds to it; the uncorrected one can be read off <paramref name="Reliability"/>.
/// </param>
/// <param name="Top">Recall, precision and lift at the top 5, 10 and 20 %.</param>
/// <param name="Reliability">The reliability table.</param>
public sealed record EvaluationReport(
    int Rows,
    long Positives,
    double MeanProbability,
    Interval RocAuc,
    Interval AveragePrecision,
    Interval Brier,
    Interval LogLoss,
    Interval CalibrationError,
    ImmutableArray<TopShareIntervals> Top,
    ImmutableArray<ReliabilityBin> Reliability);
