using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>Explains the change of the base rate between the periods, after the fact: nothing here reaches a model.</summary>
internal static class Drift
{
    /// <summary>Effects by categorical column, largest mix first.</summary>
    public static ImmutableArray<DriftEffect> Explain(FeatureTable before, FeatureTable after)
    {
        double rateBefore = Rate(before);
        double rateAfter = Rate(after);
        List<DriftEffect> effects = [];
        for (int f = 0; f < before.Columns.Length; f++)
        {
            if (before.Columns[f] is CategoricalColumn a && after.Columns[f] is CategoricalColumn b)
            {
                effects.Add(
                    Of(
                        before.Schema.Features[f].Name,
                        Counts(a, before.Labels),
                        Counts(b, after.Labels),
                        a.Categories,
                        before.RowCount,
                        after.RowCount,
                        rateBefore,
                        rateAfter));
            }
        }

        return [.. effects.OrderByDescending(e => Math.Abs(e.Mix)).ThenBy(e => e.Column, StringComparer.Ordinal)];
    }

    public static double Rate(FeatureTable table) => Evaluation.Ranking.Positives(table.Labels) / (double)table.RowCount;

    // Cell 0 is missing.
    private static (int Rows, int Positives)[] Counts(CategoricalColumn column, ReadOnlySpan<byte> labels)
    {
        (int Rows, int Positives)[] counts = new (int, int)[column.Categories.Count + 1];
        ReadOnlySpan<int> codes = column.Codes;
        for (int i = 0; i < codes.Length; i++)
        {
            ref (int Rows, int Positives) cell = ref counts[Math.Max(codes[i], CategoryList.Missing) + 1];
            cell = (cell.Rows + 1, cell.Positives + labels[i]);
        }

        return counts;
    }

    private static DriftEffect Of(
        string name,
        (int Rows, int Positives)[] early,
        (int Rows, int Positives)[] late,
        CategoryList categories,
        int rowsBefore,
        int rowsAfter,
        double rateBefore,
        double rateAfter)
    {
        double mix = 0;
        double within = 0;
        int largest = 0;
        double largestEffect = -1;
        for (int c = 0; c < early.Length; c++)
        {
            double shareBefore = (double)early[c].Rows / rowsBefore;
            double shareAfter = (double)late[c].Rows / rowsAfter;
            // A value absent from one period has the other period's rate: its whole effect is then mix.
            double a = early[c].Rows > 0 ? (double)early[c].Positives / early[c].Rows : late[c].Rows > 0 ? (double)late[c].Positives
                / late[c].Rows : 0;
            double b = late[c].Rows > 0 ? (double)late[c].Positives / late[c].Rows : a;
            mix += (shareAfter - shareBefore) * (a + b) / 2;
            within += (shareAfter + shareBefore) / 2 * (b - a);
            // Against the mean, because shares add up to one: a value moves the base rate only as far as it differs from the rest.
            double effect = Math.Abs((shareAfter - shareBefore) * (((a + b) / 2) - ((rateBefore + rateAfter) / 2)));
            if (effect > largestEffect)
            {
                (largestEffect, largest) = (effect, c);
            }
        }

        static double RateOf((int Rows, int Positives) cell) => cell.Rows == 0 ? double.NaN : (double)cell.Positives / cell.Rows;
        return new DriftEffect(
            name, mix, within, largest == 0 ? "(missing)" : categories.Names[largest - 1],
            (double)early[largest].Rows / rowsBefore,
            (double)late[largest].Rows / rowsAfter,
            RateOf(early[largest]),
            RateOf(late[largest]));
    }
}
