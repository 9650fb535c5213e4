using Complaints.Escalation.Table;

namespace Complaints.Escalation.Evaluation;

/// <summary>One step of a rolling-origin evaluation: learn from everything before, judge on the next period.</summary>
/// <param name="LastTrainingKey">The last time key that may be learned from.</param>
/// <param name="TestKey">The time key judged.</param>
/// <param name="Training">Rows to learn from, in the order of the table.</param>
/// <param name="Test">Rows to judge.</param>
public sealed record RollingOriginFold(int LastTrainingKey, int TestKey, IReadOnlyList<int> Training, IReadOnlyList<int> Test);

/// <summary>Splits a table by its time key so that no model is ever judged on a period it, or its past, has learned from.</summary>
public static class RollingOrigin
{
    /// <summary>One fold per distinct time key after the first <paramref name="firstTrainingKeys"/> ones.</summary>
    /// <param name="table">A table with time keys.</param>
    /// <param name="firstTrainingKeys">Distinct keys the first fold learns from; at least 1.</param>
    /// <param name="gap">
    /// Keys that pass between training and test, because labels mature only after the horizon: with a horizon of two months and monthly
    /// keys, what is known when month t starts are the labels up to month t − 3, so the gap is 2.
    /// </param>
    /// <exception cref="ArgumentException">The table has no time keys.</exception>
    public static IEnumerable<RollingOriginFold> Split(FeatureTable table, int firstTrainingKeys = 1, int gap = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(firstTrainingKeys, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        if (table.TimeKeys.IsEmpty)
        {
            throw new ArgumentException("The table has no time keys; a rolling-origin evaluation needs one per row.", nameof(table));
        }

        int[] keys = [.. table.TimeKeys.ToArray().Distinct().Order()];
        return Enumerable.Range(0, keys.Length)
            .Where(i => i - gap >= firstTrainingKeys)
            .Select(i => new RollingOriginFold(
                keys[i - gap - 1], keys[i], table.RowsWhereTime(int.MinValue, keys[i - gap - 1]), table.RowsWhereTime(keys[i], keys[i])));
    }
}
