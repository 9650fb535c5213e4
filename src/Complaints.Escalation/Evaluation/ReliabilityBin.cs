namespace Complaints.Escalation.Evaluation;

/// <summary>A row of the reliability table.</summary>
/// <param name="Count">Cases.</param>
/// <param name="Lowest">Least probability in the bin.</param>
/// <param name="Highest">Greatest probability in the bin.</param>
/// <param name="MeanProbability">What was predicted, on average.</param>
/// <param name="ObservedRate">What happened.</param>
public sealed record ReliabilityBin(int Count, double Lowest, double Highest, double MeanProbability, double ObservedRate);
