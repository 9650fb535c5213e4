using System.Globalization;

namespace Complaints.Learning.Bench;

/// <summary>
/// The test rows whose value of a column training knew, where nearly every training row has its own. A landlord with one row a year comes
/// again; the reference of a case does not, or with the very same case. Only what is known before the outcome is looked at: no label.
/// </summary>
/// <param name="Returning">Test rows with a value that training knew.</param>
/// <param name="TestRows">Test rows.</param>
/// <param name="AreCopies">Whether they are the training rows over again.</param>
internal sealed record ReturningRows(int Returning, int TestRows, bool AreCopies)
{
    private const double Most = 0.5;
    private const double NearlyAll = 0.95;

    /// <summary>Their share of the test rows.</summary>
    public double Share => TestRows == 0 ? 0 : (double)Returning / TestRows;

    /// <summary>Finds them.</summary>
    /// <param name="cells">The column's cells by row of the file.</param>
    /// <param name="rows">Rows of the tables, those of the training period first.</param>
    /// <param name="trainingRows">How many of them.</param>
    /// <param name="others">The columns that may be learned from beside it.</param>
    public static ReturningRows Of(List<string> cells, int[] rows, int trainingRows, IReadOnlyList<List<string>> others)
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        foreach (int row in rows.Take(trainingRows))
        {
            if (!ColumnInference.IsMissing(cells[row]))
            {
                known[cells[row]] = row;
            }
        }

        (int Row, int Earlier)[] returning =
        [
            .. rows.Skip(trainingRows).Where(row => known.ContainsKey(cells[row])).Select(row => (row, known[cells[row]])),
        ];
        return new ReturningRows(
            returning.Length, rows.Length - trainingRows, Copies(returning, rows[..trainingRows], [.. others.Where(o => o != cells)]));
    }

    // The same case over again: where the other columns tell nearly every row from the rest, most rows that return are equal in all of
    // them. What names or numbers the rows tells nothing of that: a case exported twice may have two numbers, a landlord has a name and a
    // code.
    private static bool Copies((int Row, int Earlier)[] returning, int[] training, List<string>[] others)
    {
        if (returning.Length == 0)
        {
            return false;
        }

        others = [.. others.Where(other => !NamesTheRows(other, training))];
        string Of(int row) => string.Join('\u001f', others.Select(other => other[row]));
        return returning.Count(pair => others.All(other => other[pair.Row] == other[pair.Earlier])) >= Most * returning.Length
            && training.Select(Of).Distinct(StringComparer.Ordinal).Count() >= NearlyAll * training.Length;
    }

    private static bool NamesTheRows(List<string> cells, int[] training) =>
        !training.Any(row => NumberCell.Read(cells[row]) is { } number && number != MathF.Floor(number))
        && training.Select(row => cells[row]).Distinct(StringComparer.Ordinal).Count() >= NearlyAll * training.Length;

    /// <summary>In words, for the page.</summary>
    public string Told => string.Create(
        CultureInfo.InvariantCulture, $"{Returning:N0} of {TestRows:N0} test rows have a value that training knew");
}
