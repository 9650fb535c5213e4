namespace Complaints.Escalation.Evaluation;

/// <summary>What calling the riskiest share of cases finds, with intervals.</summary>
/// <param name="Share">The share called.</param>
/// <param name="Calls">The number of cases that is.</param>
/// <param name="Recall">Escalated among the called ÷ all escalated.</param>
/// <param name="Precision">Escalated among the called ÷ the called.</param>
/// <param name="Lift">Precision ÷ base rate.</param>
public sealed record TopShareIntervals(double Share, int Calls, Interval Recall, Interval Precision, Interval Lift);
