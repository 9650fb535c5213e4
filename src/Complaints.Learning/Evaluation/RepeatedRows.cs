using System.Runtime.InteropServices;
using Complaints.Learning.Table;

namespace Complaints.Learning.Evaluation;

/// <summary>
/// Which rows are the same case over again: equal in every feature. Where one stands among the rows learned from and its twin among those
/// judged, a learner that remembers looks like one that understands. A value combination that many cases share, with outcomes of both
/// kinds, is no repetition: its rows stay apart.
/// </summary>
internal static class RepeatedRows
{
    private const int MostMixed = 10;

    /// <summary>By row, a number that rows share that have to stay together.</summary>
    public static int[] GroupsOf(FeatureTable table)
    {
        Dictionary<Key, List<int>> byValue = [];
        for (int row = 0; row < table.RowCount; row++)
        {
            ref List<int>? rows = ref CollectionsMarshal.GetValueRefOrAddDefault(byValue, new Key(table, row), out _);
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

    /// <summary>Rows that repeat an earlier one, going by the groups.</summary>
    public static int Count(int[] groups) => groups.Length - groups.Distinct().Count();

    private static bool Mixed(FeatureTable table, List<int> rows)
    {
        int positives = rows.Sum(row => table.Labels[row]);
        return positives > 0 && positives < rows.Count;
    }

    /// <summary>A row's values; the time key is no value.</summary>
    private readonly struct Key : IEquatable<Key>
    {
        private readonly FeatureTable _table;
        private readonly int _row;
        private readonly int _hash;

        public Key(FeatureTable table, int row)
        {
            _table = table;
            _row = row;
            HashCode hash = default;
            foreach (FeatureColumn column in table.Columns)
            {
                hash.Add(Value(column, row));
            }

            _hash = hash.ToHashCode();
        }

        public bool Equals(Key other)
        {
            foreach (FeatureColumn column in _table.Columns)
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

        // All missing numbers are alike.
        private static int Value(FeatureColumn column, int row) => column switch
        {
            CategoricalColumn categorical => categorical.Codes[row],
            NumericColumn numeric when float.IsNaN(numeric.Values[row]) => int.MinValue,
            NumericColumn numeric => BitConverter.SingleToInt32Bits(numeric.Values[row]),
            _ => 0,
        };
    }
}
