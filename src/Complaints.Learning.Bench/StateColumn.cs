namespace Complaints.Learning.Bench;

/// <summary>A column as it may tell how far a case has come.</summary>
/// <param name="Name">As in the header, or the feature's.</param>
/// <param name="Early">By training row the value, "" where the cell says nothing, and null where it is a number or a day: no state.</param>
/// <param name="Late">The same by test row.</param>
internal sealed record StateColumn(string Name, string?[] Early, string?[] Late)
{
    private const int MostNumbers = 10;

    /// <summary>A column that makes no feature, because it says nothing in training or was not asked for.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="cells">Its cells by row of the file.</param>
    /// <param name="rows">Rows of the tables, those of the training period first.</param>
    /// <param name="trainingRows">How many of them.</param>
    /// <param name="keys">By row of the tables the key of its time.</param>
    public static StateColumn Of(string name, List<string> cells, int[] rows, int trainingRows, int[] keys)
    {
        HashSet<string> numbers = [.. rows.Select(row => cells[row]).Where(cell => NumberCell.Read(cell) is not null)];
        bool few = numbers.Count <= MostNumbers && !FollowsTime(cells, rows, keys);
        string?[] values =
        [
            .. rows.Select(row => cells[row]).Select(cell => ColumnInference.IsMissing(cell) ? ""
                : numbers.Contains(cell) ? few ? cell : null
                : IsDay(cell) ? null
                : cell),
        ];
        return new StateColumn(name, values[..trainingRows], values[trainingRows..]);
    }

    private static bool IsDay(string cell) =>
        cell.Any(char.IsAsciiDigit)
        && (TimeColumn.DayOf(cell, monthFirst: true) is not null || TimeColumn.DayOf(cell, monthFirst: false) is not null);

    // A month beside the week is the same for all rows of a week, and tells nothing of a case.
    private static bool FollowsTime(List<string> cells, int[] rows, int[] keys)
    {
        Dictionary<int, string> byKey = [];
        return rows.Select((row, i) => byKey.TryAdd(keys[i], cells[row]) || byKey[keys[i]] == cells[row]).All(same => same);
    }
}
