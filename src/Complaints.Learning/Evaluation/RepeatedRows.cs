using System.Runtime.InteropServices;
using Complaints.Learning.Table;

namespace Complaints.Learning.Evaluation;

/// <summary>
/// Which rows are the same case over again: equal in every feature. Where one stands among the rows learned from and its twin among those
/// judged, a learner that remembers looks like one that understands. A value combination that many cases share, with outcomes of both
/// kinds, is no repetition: its rows stay apart. What numbers the rows is no feature of theirs: a case that was exported twice has two
/// numbers.
/// </summary>
internal static class RepeatedRows
{
    private const int MostMixed = 10;
    private const int FewRows = 100;
    private const double NearlyAll = 0.95;
    private const int MostAlike = 2;

    /// <summary>By row, a number that rows share that have to stay together.</summary>
    public static int[] GroupsOf(FeatureTable table)
    {
        Dictionary<Key, List<int>> byValue = [];
        FeatureColumn[] columns = [.. table.Columns.Where(column => !NumbersTheRows(column))];
        for (int row = 0; row < table.RowCount; row++)
        {
            ref List<int>? rows = ref CollectionsMarshal.GetValueRefOrAddDefault(byValue, new Key(columns, row), out _);
            (rows ??= []).Add(row);
        }

        int[] groups = new int[table.RowCount];
        int next = 0;
        foreach (List<int> rows in byValue.Values)
        {
            bool together = rows.Count <= MostMixed || !Mixed(table, rows);
            foreach (int row in rows)
            {
                groups[row] = next;
                next += together ? 0 : 1;
            }

            next++;
        }

        return groups;
    }

    /// <summary>
    /// The groups, where rows that are equal are one case over again; else each row by itself: of cases that share the few values there
    /// are, many more are equal in all features but one.
    /// </summary>
    public static int[] CopiesOf(FeatureTable table) => AreCopies(table) ? GroupsOf(table) : [.. Enumerable.Range(0, table.RowCount)];

    /// <summary>Of the rows to learn from, those that have no twin among the rows to judge, going by the groups.</summary>
    public static int[] WithoutTwins(int[] groups, IEnumerable<int> learn, IEnumerable<int> judge)
    {
        HashSet<int> judged = [.. judge.Select(row => groups[row])];
        return [.. learn.Where(row => !judged.Contains(groups[row]))];
    }

    /// <summary>Rows that repeat an earlier one, going by the groups.</summary>
    public static int Count(int[] groups) => groups.Length - groups.Distinct().Count();

    // Whole numbers, and hardly two rows with the same. A measurement to which that applies only makes fewer rows differ.
    private static bool NumbersTheRows(FeatureColumn column)
    {
        if (column is not NumericColumn numeric || numeric.Length < FewRows)
        {
            return false;
        }

        HashSet<float> values = [];
        foreach (float value in numeric.Values)
        {
            if (value != MathF.Floor(value))
            {
                return false;
            }

            values.Add(value);
        }

        return values.Count >= NearlyAll * numeric.Length;
    }

    private static bool AreCopies(FeatureTable table)
    {
        FeatureColumn[] columns = [.. table.Columns.Where(column => !NumbersTheRows(column))];
        ulong[] whole = new ulong[table.RowCount];
        for (int row = 0; row < whole.Length; row++)
        {
            for (int c = 0; c < columns.Length; c++)
            {
                whole[row] ^= Part(columns, c, row);
            }
        }

        long equal = Pairs(whole);
        ulong[] without = new ulong[whole.Length];
        for (int c = 0; c < columns.Length && equal > 0; c++)
        {
            for (int row = 0; row < without.Length; row++)
            {
                without[row] = whole[row] ^ Part(columns, c, row);
            }

            if (Pairs(without) > MostAlike * equal)
            {
                return false;
            }
        }

        return equal > 0;
    }

    private static ulong Part(FeatureColumn[] columns, int column, int row) =>
        SplitMix.Derive((ulong)column, unchecked((uint)Value(columns[column], row)));

    private static long Pairs(ulong[] hashes)
    {
        Dictionary<ulong, long> counts = new(hashes.Length);
        long pairs = 0;
        foreach (ulong hash in hashes)
        {
            ref long count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _);
            pairs += count++;
        }

        return pairs;
    }

    // All missing numbers are alike.
    private static int Value(FeatureColumn column, int row) => column switch
    {
        CategoricalColumn categorical => categorical.Codes[row],
        NumericColumn numeric when float.IsNaN(numeric.Values[row]) => int.MinValue,
        NumericColumn numeric => BitConverter.SingleToInt32Bits(numeric.Values[row]),
        _ => 0,
    };

    private static bool Mixed(FeatureTable table, List<int> rows)
    {
        int positives = rows.Sum(row => table.Labels[row]);
        return positives > 0 && positives < rows.Count;
    }

    /// <summary>A row's values; the time key is no value.</summary>
    private readonly struct Key : IEquatable<Key>
    {
        private readonly FeatureColumn[] _columns;
        private readonly int _row;
        private readonly int _hash;

        public Key(FeatureColumn[] columns, int row)
        {
            _columns = columns;
            _row = row;
            HashCode hash = default;
            foreach (FeatureColumn column in columns)
            {
                hash.Add(Value(column, row));
            }

            _hash = hash.ToHashCode();
        }

        public bool Equals(Key other)
        {
            foreach (FeatureColumn column in _columns)
            {
                if (Value(column, _row) != Value(column, other._row))
                {
                    return false;
                }
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
