using Complaints.Escalation.Learning;

namespace Complaints.Escalation.Evaluation;

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
