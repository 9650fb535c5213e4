namespace Complaints.Domain.Text;

/// <summary>How many slips of the pen lie between two texts (Damerau and Levenshtein).</summary>
public static class EditDistance
{
    /// <summary>
    /// The fewest changes, omissions, additions and swaps of neighbouring characters that turn one text into the other: 0 for equal texts,
    /// at most the length of the longer. It is a metric: symmetric, and never longer by way of a third text.
    /// </summary>
    /// <param name="left">A text; characters are compared as they stand.</param>
    /// <param name="right">The other.</param>
    /// <param name="enough">The distance from which on it does not matter; the answer is at most this.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="enough"/> is negative.</exception>
    public static int Between(string left, string right, int enough = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentOutOfRangeException.ThrowIfNegative(enough);
        return Math.Abs(left.Length - right.Length) >= enough ? enough : Math.Min(Count(left, right), enough);
    }

    // Lowrance and Wagner: text may also be changed between two characters that are swapped. Without that it would be no metric.
    private static int Count(string left, string right)
    {
        int none = left.Length + right.Length;
        var edits = new int[left.Length + 2, right.Length + 2];
        var lastRow = new Dictionary<char, int>();
        edits[0, 0] = none;
        for (int i = 0; i <= left.Length; i++)
        {
            (edits[i + 1, 0], edits[i + 1, 1]) = (none, i);
        }

        for (int j = 0; j <= right.Length; j++)
        {
            (edits[0, j + 1], edits[1, j + 1]) = (none, j);
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int lastColumn = 0;
            for (int j = 1; j <= right.Length; j++)
            {
                int row = lastRow.GetValueOrDefault(right[j - 1]);
                int column = lastColumn;
                bool same = left[i - 1] == right[j - 1];
                int changed = edits[i, j] + (same ? 0 : 1);
                int oneMore = Math.Min(edits[i + 1, j], edits[i, j + 1]) + 1;
                int swapped = edits[row, column] + (i - row - 1) + 1 + (j - column - 1);
                edits[i + 1, j + 1] = Math.Min(Math.Min(changed, oneMore), swapped);
                lastColumn = same ? j : lastColumn;
            }

            lastRow[left[i - 1]] = i;
        }

        return edits[left.Length + 1, right.Length + 1];
    }
}
