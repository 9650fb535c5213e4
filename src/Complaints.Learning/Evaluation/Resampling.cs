namespace Complaints.Learning.Evaluation;

/// <summary>
/// Draws rows for a bootstrap, whole groups at a time: rows of one household rise and fall together, and drawn one by one they would make
/// every interval too narrow.
/// </summary>
internal sealed class Resampling
{
    private readonly int[][] _groups;

    private Resampling(int[][] groups) => _groups = groups;

    /// <summary>Every row is a group of its own.</summary>
    public static Resampling ByRow(int rows) => new([.. Enumerable.Range(0, rows).Select(row => (int[])[row])]);

    /// <summary>Rows with the same number belong together.</summary>
    /// <param name="groups">By row; null where every row is a group of its own.</param>
    /// <param name="rows">Number of rows.</param>
    public static Resampling Of(IReadOnlyList<long>? groups, int rows)
    {
        if (groups is null)
        {
            return ByRow(rows);
        }

        return groups.Count == rows
            ? new Resampling([.. Enumerable.Range(0, rows).GroupBy(row => groups[row]).Select(group => group.ToArray())])
            : throw new ArgumentException($"{groups.Count} groups were given for {rows} rows.", nameof(groups));
    }

    /// <summary>As many groups as there are, drawn with replacement; the number of rows differs from draw to draw.</summary>
    public int[] Draw(ulong seed)
    {
        SplitMix random = new(seed);
        List<int> rows = new(_groups.Length);
        for (int i = 0; i < _groups.Length; i++)
        {
            rows.AddRange(_groups[random.Below(_groups.Length)]);
        }

        return [.. rows];
    }
}
