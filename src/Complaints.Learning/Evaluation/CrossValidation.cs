using System.Runtime.InteropServices;

namespace Complaints.Learning.Evaluation;

/// <summary>Splits rows at random, for choices within one period.</summary>
public static class CrossValidation
{
    /// <summary>
    /// Repeated folds with about the same share of positives in each; every row is judged once per repetition. Rows to learn from and rows
    /// to judge, either in ascending order.
    /// </summary>
    /// <param name="labels">0 or 1 by row.</param>
    /// <param name="groups">By row, a number that rows share that stay in one fold.</param>
    /// <param name="folds">At least 2.</param>
    /// <param name="repeats">At least 1.</param>
    /// <param name="seed">Seed of the shuffles.</param>
    public static IReadOnlyList<(int[] Learn, int[] Judge)> Stratified(
        ReadOnlySpan<byte> labels, ReadOnlySpan<int> groups, int folds, int repeats, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        Dictionary<int, List<int>> rowsOf = [];
        for (int row = 0; row < labels.Length; row++)
        {
            ref List<int>? rows = ref CollectionsMarshal.GetValueRefOrAddDefault(rowsOf, groups[row], out _);
            (rows ??= []).Add(row);
        }

        List<int>[] all = [.. rowsOf.Values];
        List<(int[] Learn, int[] Judge)> splits = [];
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            SplitMix random = new(SplitMix.Derive(seed, 0xCF00 + (ulong)repeat));
            int[] order = [.. Enumerable.Range(0, all.Length)];
            random.Shuffle(order.AsSpan());
            int[] foldOf = new int[labels.Length];
            int[] next = new int[2];
            foreach (int group in order)
            {
                List<int> rows = all[group];
                ref int at = ref next[labels[rows[0]]];
                foreach (int row in rows)
                {
                    foldOf[row] = at % folds;
                }

                at++;
            }

            for (int fold = 0; fold < folds; fold++)
            {
                int judged = fold;
                splits.Add((
                    [.. Enumerable.Range(0, foldOf.Length).Where(r => foldOf[r] != judged)],
                    [.. Enumerable.Range(0, foldOf.Length).Where(r => foldOf[r] == judged)]));
            }
        }

        return splits;
    }
}
