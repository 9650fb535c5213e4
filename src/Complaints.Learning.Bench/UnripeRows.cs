using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>
/// Finds values that look like those of cases still under way, such as a state "in progress" or a closing day that is not there yet. The
/// outcomes of the test period play no part in the choice: leaving out rows because they are negative would flatter every figure. Such a value
/// hardly occurs in training and never with a positive, is frequent in the test period, and grows towards its end where that can be seen.
/// </summary>
internal static class UnripeRows
{
    private const int LeastExpected = 20;
    private const double Growth = 5;
    private const double LateGrowth = 1.25;
    private const int Known = -3;

    /// <summary>The values, in the order of the columns.</summary>
    public static ImmutableArray<Unripe> Find(FeatureTable before, FeatureTable after)
    {
        ImmutableArray<Unripe>.Builder found = ImmutableArray.CreateBuilder<Unripe>();
        for (int f = 0; f < before.Columns.Length; f++)
        {
            int[] early = CellsOf(before.Columns[f]);
            int[] late = CellsOf(after.Columns[f]);
            foreach (int cell in late.Distinct().Order())
            {
                if (LooksUnripe(before, early, after, late, cell))
                {
                    found.Add(new Unripe(
                        before.Schema.Features[f].Name, NameOf(before.Columns[f], cell), early.Count(c => c == cell), late.Count(c => c == cell)));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Rows of a table that do not hold any of the values.</summary>
    public static int[] Without(FeatureTable table, ImmutableArray<Unripe> values)
    {
        (int[] Cells, int Cell)[] tests = [.. values.Select(value =>
        {
            FeatureColumn column = table.Columns[table.Schema.IndexOf(value.Column)];
            int[] cells = CellsOf(column);
            return (cells, cells.First(cell => NameOf(column, cell) == value.Value));
        })];
        return [.. Enumerable.Range(0, table.RowCount).Where(row => tests.All(test => test.Cells[row] != test.Cell))];
    }

    private static bool LooksUnripe(FeatureTable before, int[] early, FeatureTable after, int[] late, int cell)
    {
        // A known number is no state.
        if (cell == Known)
        {
            return false;
        }

        int[] had = [.. Enumerable.Range(0, early.Length).Where(row => early[row] == cell)];
        double shareBefore = (double)had.Length / early.Length;
        double shareAfter = (double)late.Count(c => c == cell) / late.Length;
        return shareAfter * late.Length * Drift.Rate(before) >= LeastExpected
            && shareAfter > Growth * shareBefore
            && had.All(row => before.Labels[row] == 0)
            && GrowsTowardsTheEnd(after, late, cell);
    }

    private static bool GrowsTowardsTheEnd(FeatureTable table, int[] cells, int cell)
    {
        int[] keys = table.TimeKeys.ToArray();
        int[] distinct = [.. keys.Distinct().Order()];
        if (distinct.Length < 2)
        {
            // Within one key there is no telling; that it is far more frequent than in training has to do.
            return true;
        }

        int middle = distinct[distinct.Length / 2];
        double Share(Func<int, bool> period)
        {
            int[] rows = [.. Enumerable.Range(0, keys.Length).Where(row => period(keys[row]))];
            return (double)rows.Count(row => cells[row] == cell) / rows.Length;
        }

        return Share(key => key >= middle) > LateGrowth * Share(key => key < middle);
    }

    // Of a number only whether it is there.
    private static int[] CellsOf(FeatureColumn column) => column is CategoricalColumn categorical
        ? categorical.Codes.ToArray()
        : [.. ((NumericColumn)column).Values.ToArray().Select(value => float.IsNaN(value) ? CategoryList.Missing : Known)];

    private static string NameOf(FeatureColumn column, int cell) => cell switch
    {
        CategoryList.Missing => "",
        CategoryList.Unseen => "(a value not in training)",
        Known => "(known)",
        _ => ((CategoricalColumn)column).Categories.Names[cell],
    };
}
