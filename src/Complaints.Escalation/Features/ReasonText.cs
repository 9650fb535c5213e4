namespace Complaints.Escalation.Features;

/// <summary>
/// The sentence of a reason, without capital and full stop. Placeholders name features of the same case: <c>{name}</c> is the value,
/// <c>{name:working day}</c> a number with its unit in singular or plural, <c>{name:%}</c> a share as a percentage.
/// </summary>
/// <param name="Text">For an ordinary value.</param>
/// <param name="WhenZero">For 0; null uses <paramref name="Text"/>.</param>
/// <param name="WhenMissing">For a value that is not known.</param>
public sealed record ReasonText(string Text, string? WhenZero, string WhenMissing);
