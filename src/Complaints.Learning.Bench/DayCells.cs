namespace Complaints.Learning.Bench;

/// <summary>A column of days that is no time of the table, such as the day on which a case was opened.</summary>
internal static class DayCells
{
    /// <summary>Day numbers by row of the tables; null where the known cells of the training period are not all days.</summary>
    /// <param name="cells">By row of the file.</param>
    /// <param name="rows">Rows of the tables, those of the training period first.</param>
    /// <param name="trainingRows">How many of them.</param>
    /// <param name="monthFirst">The order where the training period allows either.</param>
    public static int?[]? Read(List<string> cells, int[] rows, int trainingRows, bool monthFirst)
    {
        // One look spares most columns the rest.
        string? first = rows.Take(trainingRows).Select(row => cells[row]).FirstOrDefault(cell => !ColumnInference.IsMissing(cell));
        if (first is null || TimeColumn.DayOf(first, monthFirst: true) is null && TimeColumn.DayOf(first, monthFirst: false) is null)
        {
            return null;
        }

        return InOrder(cells, rows, trainingRows, monthFirst) ?? InOrder(cells, rows, trainingRows, !monthFirst);
    }

    private static int?[]? InOrder(List<string> cells, int[] rows, int trainingRows, bool monthFirst)
    {
        int?[] days = new int?[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            string cell = cells[rows[i]];
            days[i] = TimeColumn.DayOf(cell, monthFirst)?.DayNumber;
            if (days[i] is null && i < trainingRows && !ColumnInference.IsMissing(cell))
            {
                return null;
            }
        }

        return days;
    }
}
