namespace Complaints.Learning.Evaluation;

/// <summary>What calling the riskiest share of cases finds.</summary>
/// <param name="Share">The share called, in (0, 1].</param>
/// <param name="Calls">The number of cases that is.</param>
/// <param name="Recall">Escalated cases among the called ÷ all escalated cases.</param>
/// <param name="Precision">Escalated cases among the called ÷ the called.</param>
/// <param name="Lift">Precision ÷ the base rate.</param>
public sealed record TopShare(double Share, int Calls, double Recall, double Precision, double Lift);
