using System.Globalization;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>
/// Reads a column as numbers or categories, judging by the training rows alone; a category first seen later is none of those that the model knows.
/// </summary>
internal static class ColumnInference
{
    private const int NumericDistinct = 10;
    private const int TextLength = 40;

    private static readonly HashSet<string> MissingWords = new(StringComparer.OrdinalIgnoreCase) { "", "blank", "na", "n/a", "nan", "null", "-" };

    /// <summary>Whether a cell says nothing.</summary>
    public static bool IsMissing(string cell) => MissingWords.Contains(cell);

    /// <summary>The column of the given rows with what it was taken for; no column when it holds nothing to learn from.</summary>
    public static (FeatureColumn? Column, ColumnUse Use) Infer(string name, List<string> cells, int[] rows, int trainingRows)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        int known = 0;
        bool numbers = true;
        long length = 0;
        foreach (int row in rows.AsSpan(0, trainingRows))
        {
            string cell = cells[row];
            if (!IsMissing(cell))
            {
                known++;
                length += cell.Length;
                counts[cell] = counts.GetValueOrDefault(cell) + 1;
                numbers = numbers && IsNumber(cell);
            }
        }

        if (counts.Count == 0 || (counts.Count == 1 && known == trainingRows))
        {
            return (null, new ColumnUse(name, "not used", "the same value in every training row"));
        }

        if (numbers && counts.Count > NumericDistinct)
        {
            return (new NumericColumn([.. rows.Select(r => Number(cells[r]))]), new ColumnUse(name, "numeric", $"{counts.Count} values"));
        }

        if (counts.Count > 100 && counts.Count > known / 2)
        {
            return length / known >= TextLength
                ? (new NumericColumn([.. rows.Select(r => Words(cells[r]))]), new ColumnUse(name, "words", "a text; the number of its words is used"))
                : (null, new ColumnUse(name, "not used", $"{counts.Count} values in {known} rows: an identifier"));
        }

        CategoryList categories = new(counts.Keys.Order(StringComparer.Ordinal));
        int[] codes = [.. rows.Select(r => IsMissing(cells[r]) ? CategoryList.Missing : categories.CodeOf(cells[r]))];
        return (new CategoricalColumn(codes, categories), new ColumnUse(name, "categorical", $"{counts.Count} categories"));
    }

    // "01" is a code, not a number.
    private static bool IsNumber(string cell) =>
        !(cell.Length > 1 && cell[0] == '0' && char.IsAsciiDigit(cell[1])) && float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value);

    private static float Number(string cell) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value) ? value : float.NaN;

    private static float Words(string cell) => IsMissing(cell) ? float.NaN : cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
