using Complaints.Learning.Table;

namespace Complaints.Learning.Evaluation;

/// <summary>Splits a table by its time key so that no model is ever judged on a period it, or its past, has learned from.</summary>
public static class RollingOrigin
{
    /// <summary>
    /// A few folds of whole time keys, each judging a stretch with enough rows of either outcome: by day there would be hundreds of folds
    /// that can tell nothing, and with none that can there would be no figure at all.
    /// </summary>
    /// <param name="table">A labelled table with time keys.</param>
    /// <param name="folds">Most folds.</param>
    /// <param name="leastOfEither">Fewest rows of either outcome, to learn from and to judge.</param>
    public static IReadOnlyList<RollingOriginFold> Stretches(FeatureTable table, int folds, int leastOfEither)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 1);
        int[] keys = table.TimeKeys.ToArray();
        int[] distinct = [.. keys.Distinct().Order()];
        List<(int From, int To)> stretches = [];
        int from = 0;
        for (int at = 0; at < distinct.Length; at++)
        {
            int[] rows = table.RowsWhereTime(distinct[from], distinct[at]);
            bool full = rows.Length >= table.RowCount / (folds + 1.0) * 0.9 || at == distinct.Length - 1;
            if (full && Enough(table, rows, leastOfEither))
            {
                stretches.Add((distinct[from], distinct[at]));
                from = at + 1;
            }
        }

        // What is left at the end belongs to the last stretch.
        if (from < distinct.Length && stretches.Count > 0)
        {
            stretches[^1] = (stretches[^1].From, distinct[^1]);
        }

        return [.. stretches.Skip(1).Select(s =>
        {
            int[] before = table.RowsWhereTime(int.MinValue, s.From - 1);
            return new RollingOriginFold(before.Max(row => keys[row]), s.From, before, table.RowsWhereTime(s.From, s.To));
        })];
    }

    private static bool Enough(FeatureTable table, int[] rows, int least)
    {
        int positives = rows.Sum(row => table.Labels[row]);
        return Math.Min(positives, rows.Length - positives) >= least;
    }
}
