namespace Complaints.Escalation.Training;

/// <summary>A stretch of time that a step of the training saw.</summary>
/// <param name="From">First moment.</param>
/// <param name="To">Last moment.</param>
/// <param name="Rows">Prediction rows.</param>
/// <param name="Cases">Different cases.</param>
/// <param name="Escalated">Escalated ones among the cases.</param>
public sealed record TrainingSlice(DateOnly From, DateOnly To, int Rows, int Cases, int Escalated);
