namespace Complaints.Etl.Extract;

/// <summary>One row of a table as text; nothing is decided about it yet.</summary>
/// <param name="Line">The line (text), row (workbook) or row number (Parquet, from 1) on which it begins.</param>
/// <param name="Cells">
/// The cells as they stand, "" where empty. Fewer or more than the header has when the row is ragged.
/// </param>
/// <param name="Hash">A hash of all cells when the table was asked to keep only some (<see cref="ITable.KeepOnly"/>); otherwise 0.</param>
/// <param name="Flaw">What is wrong with the way the row stands in the file; null where nothing is.</param>
public readonly record struct TableRow(long Line, string[] Cells, ulong Hash, RowFlaw? Flaw = null)
{
    /// <summary>
    /// Of the columns asked for (<see cref="ITable.TellDaysIn"/>), those whose cell is a day or a time in the file itself and not a text
    /// that reads like one; null where none is.
    /// </summary>
    public IReadOnlyList<int>? DayCells { get; init; }
}
