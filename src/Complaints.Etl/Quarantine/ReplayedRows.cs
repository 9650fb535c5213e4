using System.Globalization;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract;
using Complaints.Warehouse.Loading;

namespace Complaints.Etl.Quarantine;

/// <summary>
/// What a mended export of the quarantine says beside the rows' own columns: which entry each row came from, and which rows were not
/// mended.
/// </summary>
internal sealed class ReplayedRows
{
    private readonly IReadOnlyList<string> _header;
    private readonly HashSet<int> _added;
    private readonly int[] _extra;
    private readonly int _entry;
    private readonly int _rule;
    private readonly int _value;
    private readonly int _column;
    private readonly List<ReplayedEntry> _entries = [];

    internal ReplayedRows(IReadOnlyList<string> header)
    {
        _header = header;
        _added = [.. Enumerable.Range(0, header.Count).Where(i => QuarantineCsv.Added.Contains(header[i]))];
        _extra = [.. Enumerable.Range(0, header.Count).Where(i => ColumnNames.IsExtra(header[i]))];
        _entry = Index("_entry");
        _rule = Index("_rule");
        _value = Index("_value");
        _column = Index("_column");
    }

    /// <summary>The entries named, each with what became of its row.</summary>
    internal IReadOnlyList<ReplayedEntry> Entries => _entries;

    /// <summary>Whether a cell belongs to the row as its source gave it.</summary>
    internal bool IsOfTheSource(int column, string cell) =>
        !_added.Contains(column) && !(cell.Length == 0 && Array.IndexOf(_extra, column) >= 0);

    /// <summary>A row whose cells did not fit its header is held back until a person has put them in their places.</summary>
    internal bool IsWhole(RowInHand scope)
    {
        string[] cells = scope.Row.Cells;
        int left = Array.Find(_extra, i => Cell(cells, i).Length > 0);
        if (left > 0)
        {
            scope.Fault(
                RuleCatalogue.TooManyCells,
                _header[left],
                Cell(cells, left),
                $"nothing in '{_header[left]}'",
                "put the cells where they belong, and empty the columns that begin with _extra");
            return false;
        }

        if (Cell(cells, _rule) == RuleCatalogue.MissingCells.Id && LastOfTheSource(cells) < CellsBefore(cells))
        {
            scope.Fault(
                RuleCatalogue.MissingCells,
                null,
                Cell(cells, _value),
                "the cells that were missing",
                "fill them in; where they are rightly empty, empty '_rule' too");
            return false;
        }

        // The source's other references may not show any more that it was made a date.
        int column = Index(Cell(cells, _column));
        if (Cell(cells, _rule) == RuleCatalogue.RoundedReference.Id && column >= 0 && Cell(cells, column) is { Length: > 0 } text
            && text == Cell(cells, _value) && DateLikeText.Of(text) != DateLikeText.Form.None)
        {
            scope.Fault(DateLikeText.AsFault(_header[column], text));
        }

        return true;
    }

    internal void Note(TableRow row, bool loads)
    {
        if (long.TryParse(Cell(row.Cells, _entry), NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            _entries.Add(new ReplayedEntry(id, loads));
        }
    }

    private static string Cell(string[] cells, int index) => index >= 0 && index < cells.Length ? cells[index].Trim() : "";

    private int LastOfTheSource(string[] cells) =>
        Array.FindLastIndex([.. cells.Select((cell, i) => _added.Contains(i) ? "" : cell)], cell => !string.IsNullOrWhiteSpace(cell));

    // "_value" says how many cells there were: "7 cells".
    private int CellsBefore(string[] cells) =>
        int.TryParse(Cell(cells, _value).Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;

    private int Index(string name)
    {
        for (int i = _header.Count - 1; i >= 0; i--)
        {
            if (_header[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
