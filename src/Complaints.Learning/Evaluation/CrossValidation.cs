using Complaints.Learning;
using Complaints.Learning.Table;

namespace Complaints.Learning.Evaluation;

/// <summary>Splits rows at random, for choices within one period.</summary>
public static class CrossValidation
{
    /// <summary>Repeated folds with the same share of positives in each; every row is judged once per repetition.</summary>
    /// <param name="labels">0 or 1 by row.</param>
    /// <param name="folds">At least 2.</param>
    /// <param name="repeats">At least 1.</param>
    /// <param name="seed">Seed of the shuffles.</param>
    /// <returns>Rows to learn from and rows to judge, either in ascending order.</returns>
    public static IReadOnlyList<(int[] Learn, int[] Judge)> Stratified(ReadOnlySpan<byte> labels, int folds, int repeats, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        List<(int[] Learn, int[] Judge)> splits = [];
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            SplitMix random = new(SplitMix.Derive(seed, 0xCF00 + (ulong)repeat));
            int[] rows = new int[labels.Length];
            for (int i = 0; i < rows.Length; i++)
            {
                rows[i] = i;
            }

            random.Shuffle(rows.AsSpan());
            int[] foldOf = new int[labels.Length];
            int[] next = new int[2];
            foreach (int row in rows)
            {
                foldOf[row] = next[labels[row]]++ % folds;
            }

            for (int fold = 0; fold < folds; fold++)
            {
                int judged = fold;
                splits.Add(([.. Enumerable.Range(0, foldOf.Length).Where(r => foldOf[r] != judged)], [.. Enumerable.Range(0, foldOf.Length).Where(r => foldOf[r] == judged)]));
            }
        }

        return splits;
    }
}

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
