using System.Collections.Immutable;

namespace Complaints.Learning.Evaluation;

/// <summary>Everything said about one set of probabilities on rows the model has not seen.</summary>
/// <param name="Rows">Rows judged.</param>
/// <param name="Positives">Escalated among them.</param>
/// <param name="MeanProbability">Mean predicted probability.</param>
/// <param name="RocAuc">Area under the ROC curve.</param>
/// <param name="AveragePrecision">Area under the precision–recall curve.</param>
/// <param name="Brier">Mean squared error.</param>
/// <param name="LogLoss">Mean log loss, nats.</param>
/// <param name="CalibrationError">
/// Expected calibration error over ten bins, less what chance adds to it; the uncorrected one can be read off
/// <paramref name="Reliability"/>.
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

/// <summary>A figure with its bootstrap interval.</summary>
/// <param name="Value">The figure on all rows.</param>
/// <param name="Low">Lower end of the 95 % percentile interval.</param>
/// <param name="High">Upper end.</param>
public sealed record Interval(double Value, double Low, double High)
{
    /// <summary>The figure to three decimals with its interval.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value:0.000} [{Low:0.000}, {High:0.000}]");
}

/// <summary>A row of the reliability table.</summary>
/// <param name="Count">Cases.</param>
/// <param name="Lowest">Least probability in the bin.</param>
/// <param name="Highest">Greatest probability in the bin.</param>
/// <param name="MeanProbability">What was predicted, on average.</param>
/// <param name="ObservedRate">What happened.</param>
public sealed record ReliabilityBin(int Count, double Lowest, double Highest, double MeanProbability, double ObservedRate);

/// <summary>What calling the riskiest share of cases finds, with intervals.</summary>
/// <param name="Share">The share called.</param>
/// <param name="Calls">The number of cases that is.</param>
/// <param name="Recall">Escalated among the called ÷ all escalated.</param>
/// <param name="Precision">Escalated among the called ÷ the called.</param>
/// <param name="Lift">Precision ÷ base rate.</param>
public sealed record TopShareIntervals(double Share, int Calls, Interval Recall, Interval Precision, Interval Lift);
