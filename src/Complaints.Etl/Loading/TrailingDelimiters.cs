using Complaints.Etl.Extract;

namespace Complaints.Etl.Loading;

/// <summary>
/// Whether the rows of a file end in a delimiter, so that each has a blank cell beyond the header. A program that writes one writes it in
/// every row: a single row that is longer than the others was shifted by a delimiter inside a cell, and a blank last cell hides it.
/// </summary>
/// <param name="columns">Columns of the header.</param>
internal sealed class TrailingDelimiters(int columns)
{
    private int _usual;

    /// <summary>Learns from the first rows of the file how long its rows are; later ones change nothing.</summary>
    internal void Learn(IReadOnlyList<TableRow> rows)
    {
        if (_usual > 0 || rows.Count == 0)
        {
            return;
        }

        int shortest = rows
            .Where(row => row.Flaw is null && row.Cells.Length >= columns)
            .Select(row => row.Cells.Length)
            .DefaultIfEmpty(columns)
            .Min();
        _usual = rows.Any(row => row.Cells.Length == shortest && Beyond(row.Cells)) ? columns : shortest;
    }

    /// <summary>Whether a row of at least the header's cells has no more than belong to it.</summary>
    internal bool IsWhole(string[] cells) => cells.Length == columns || (cells.Length == _usual && !Beyond(cells));

    private bool Beyond(string[] cells) => Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) >= columns;
}
