using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>
/// Finds values that look like those of cases still under way, such as a state "in progress" or a closing day that is not there yet. The
/// outcomes of the test period play no part in the choice: leaving out rows because they are negative would flatter every figure. Such a
/// value hardly occurs in training and never with a positive, is frequent in the test period, and grows towards its end where that can be
/// seen.
/// </summary>
internal static class UnripeRows
{
    private const int LeastExpected = 20;
    private const double Growth = 5;
    private const double LateGrowth = 1.25;

    /// <summary>The values, in the order of the columns, those that make no feature last.</summary>
    public static ImmutableArray<Unripe> Find(BenchTable table)
    {
        ImmutableArray<Unripe>.Builder found = ImmutableArray.CreateBuilder<Unripe>();
        HashSet<string> told = new(StringComparer.Ordinal);
        double rate = Drift.Rate(table.Training);
        foreach (StateColumn column in Columns(table))
        {
            // Too few rows are no finding; in a column of identifiers that spares nearly all the look.
            IEnumerable<string> values = column.Late.OfType<string>().GroupBy(v => v, StringComparer.Ordinal)
                .Where(group => group.Count() * rate >= LeastExpected && group.Count() < column.Late.Length)
                .Select(group => group.Key);
            foreach (string value in values.Order(StringComparer.Ordinal))
            {
                // Two features of one column are blank together; the first bears the column's name.
                if (LooksUnripe(table, column.Early, column.Late, value)
                    && told.Add(string.Join(',', column.Late.Select((v, row) => (v, row)).Where(at => at.v == value).Select(at => at.row))))
                {
                    found.Add(new Unripe(column.Name, value, column.Early.Count(v => v == value), column.Late.Count(v => v == value)));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Rows of the test period that do not hold any of the values.</summary>
    public static int[] Without(BenchTable table, ImmutableArray<Unripe> values)
    {
        StateColumn[] columns = [.. Columns(table)];
        (string?[] Cells, string Value)[] tests =
        [
            .. values.Select(value => (columns.First(column => column.Name == value.Column).Late, value.Value)),
        ];
        return [.. Enumerable.Range(0, table.Test.RowCount).Where(row => tests.All(test => test.Cells[row] != test.Value))];
    }

    // A column that is the same in all of training makes no feature, but may tell most: who learns from closed cases alone has such a one.
    private static IEnumerable<StateColumn> Columns(BenchTable table) => table.Training.Columns
        .Select((column, f) => new StateColumn(
            table.Training.Schema.Features[f].Name, Values(column, unseen: []), Values(table.Test.Columns[f], table.TestCells[f])))
        .Concat(table.OtherColumns);

    private static bool LooksUnripe(BenchTable table, string?[] early, string?[] late, string value)
    {
        int[] had = [.. Enumerable.Range(0, early.Length).Where(row => early[row] == value)];
        double shareBefore = (double)had.Length / early.Length;
        double shareAfter = (double)late.Count(v => v == value) / late.Length;
        return shareAfter > Growth * shareBefore
            && had.All(row => table.Training.Labels[row] == 0)
            && GrowsTowardsTheEnd(table.Test, late, value);
    }

    private static bool GrowsTowardsTheEnd(FeatureTable table, string?[] cells, string value)
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
            return (double)rows.Count(row => cells[row] == value) / rows.Length;
        }

        return Share(key => key >= middle) > LateGrowth * Share(key => key < middle);
    }

    // Of a number only whether it is there. A category that training lacks goes by its own name: many new ones together are no state.
    private static string?[] Values(FeatureColumn column, string[] unseen) => column is CategoricalColumn categorical
        ? [.. categorical.Codes.ToArray().Select((code, row) => code switch
        {
            CategoryList.Missing => "",
            CategoryList.Unseen => unseen[row],
            _ => categorical.Categories.Names[code],
        })]
        : [.. ((NumericColumn)column).Values.ToArray().Select(value => float.IsNaN(value) ? "" : null)];
}
