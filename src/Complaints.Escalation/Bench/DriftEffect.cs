namespace Complaints.Escalation.Bench;

/// <summary>
/// How much of the change of the base rate between the periods goes with one column (Kitagawa 1955): the <em>mix</em> of its values changed,
/// or the rates within the values did. The two add up to the whole change.
/// </summary>
/// <param name="Column">The column.</param>
/// <param name="Mix">Change because values became more or less frequent.</param>
/// <param name="Rate">Change of the rates within values.</param>
/// <param name="LargestValue">The value whose share changed the base rate most.</param>
/// <param name="ShareBefore">Its share of the training rows.</param>
/// <param name="ShareAfter">Its share of the test rows.</param>
/// <param name="RateBefore">Its rate in the training rows; NaN without any.</param>
/// <param name="RateAfter">Its rate in the test rows; NaN without any.</param>
public sealed record DriftEffect(
    string Column, double Mix, double Rate, string LargestValue, double ShareBefore, double ShareAfter, double RateBefore, double RateAfter);
