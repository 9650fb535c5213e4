namespace Complaints.Learning.Bench;

/// <summary>A value that looks like that of cases whose outcome nobody can know yet.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The value.</param>
/// <param name="TrainingRows">Training rows with it.</param>
/// <param name="TestRows">Test rows with it.</param>
public sealed record Unripe(string Column, string Value, int TrainingRows, int TestRows);
