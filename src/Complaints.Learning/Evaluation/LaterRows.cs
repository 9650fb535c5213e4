using Complaints.Learning.Table;

namespace Complaints.Learning.Evaluation;

/// <summary>The last part of a table, to judge on what was learned from the rest.</summary>
internal static class LaterRows
{
    private const int LeastOfEither = 20;

    /// <summary>The earlier and the last rows by time key, else by row order.</summary>
    public static (FeatureTable Early, FeatureTable Late) Split(FeatureTable training, double lastShare)
    {
        int[] order = [.. Enumerable.Range(0, training.RowCount)];
        if (!training.TimeKeys.IsEmpty)
        {
            int[] keys = training.TimeKeys.ToArray();
            order = [.. order.OrderBy(r => keys[r])];
        }

        int first = (int)(order.Length * (1 - lastShare));
        return (training.Take(order.AsSpan(0, first)), training.Take(order.AsSpan(first)));
    }

    /// <summary>
    /// Up to three cuts between earlier rows and the ones that follow, the last of them at the end of the table: what is chosen on one
    /// stretch of some hundred rows is chosen by chance.
    /// </summary>
    /// <param name="training">A labelled table.</param>
    /// <param name="lastShare">Share of the rows that each later part holds; in (0, 0.25].</param>
    public static IReadOnlyList<(FeatureTable Early, FeatureTable Late)> Cuts(FeatureTable training, double lastShare)
    {
        List<(FeatureTable, FeatureTable)> cuts = [];
        FeatureTable rest = training;
        for (int i = 0; i < 3; i++)
        {
            (FeatureTable early, FeatureTable late) = Split(rest, lastShare / (1 - (i * lastShare)));
            if (CanJudge(early, late))
            {
                cuts.Add((early, late));
            }

            rest = early;
        }

        return cuts;
    }

    // Both parts hold enough of either outcome for the later one to say anything.
    private static bool CanJudge(FeatureTable early, FeatureTable late) => Enough(early) && Enough(late);

    private static bool Enough(FeatureTable table)
    {
        int positives = table.Labels.Count((byte)1);
        return Math.Min(positives, table.RowCount - positives) >= LeastOfEither;
    }
}
