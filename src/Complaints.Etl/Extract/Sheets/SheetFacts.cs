using System.Globalization;

namespace Complaints.Etl.Extract.Sheets;

/// <summary>What one pass over a sheet found out that its cells' values do not say.</summary>
internal sealed class SheetFacts
{
    private readonly Dictionary<(int Row, int Column), string> _failed = [];
    private readonly List<Merge> _merged = [];

    /// <summary>Whether the workbook counts days from 1904.</summary>
    internal required bool Counts1904 { get; init; }

    /// <summary>Rows merged with the one above them, by their first row.</summary>
    internal IReadOnlyList<Merge> Merged => _merged;

    /// <summary>The last row, from 1.</summary>
    internal int LastRow { get; private set; }

    /// <summary>The last column, from 1.</summary>
    internal int LastColumn { get; private set; }

    /// <summary>Cells with a value.</summary>
    internal long Cells { get; private set; }

    internal int Failed => _failed.Count;

    /// <summary>
    /// What a cell shows in place of a value: an error, or a formula that was never calculated; null where it has a value.
    /// </summary>
    /// <param name="row">From 1.</param>
    /// <param name="column">From 1.</param>
    internal string? FailureAt(int row, int column) =>
        _failed.Count > 0 && _failed.TryGetValue((row, column), out string? shown) ? shown : null;

    /// <summary>Notes how far the sheet reaches; a row or a cell without a value counts.</summary>
    internal void Reach(int row, int column)
    {
        LastRow = Math.Max(LastRow, row);
        LastColumn = Math.Max(LastColumn, column);
    }

    internal void Filled() => Cells++;

    internal void Fail(int row, int column, string shown) => _failed[(row, column)] = shown;

    internal void Add(Merge merge) => _merged.Add(merge);

    internal void Sort() => _merged.Sort((left, right) => left.FirstRow.CompareTo(right.FirstRow));

    /// <summary>Cells that are merged over several rows.</summary>
    internal readonly record struct Merge(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
    {
        /// <summary>Reads a range such as <c>A2:B3</c>; null for one of a single row, or that is none.</summary>
        internal static Merge? Of(string range)
        {
            string[] ends = range.Split(':');
            return ends.Length == 2
                && CellAddress.Read(ends[0]) is var (top, left)
                && CellAddress.Read(ends[1]) is var (bottom, right)
                && bottom > top
                ? new Merge(top, bottom, left, right)
                : null;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rows {FirstRow} to {LastRow}");
    }
}
