namespace Complaints.Learning.Evaluation;

/// <summary>One step of a rolling-origin evaluation: learn from everything before, judge on the next period.</summary>
/// <param name="LastTrainingKey">The last time key that may be learned from.</param>
/// <param name="TestKey">The time key judged.</param>
/// <param name="Training">Rows to learn from, in the order of the table.</param>
/// <param name="Test">Rows to judge.</param>
public sealed record RollingOriginFold(int LastTrainingKey, int TestKey, IReadOnlyList<int> Training, IReadOnlyList<int> Test);
