namespace Complaints.Etl.Extract;

/// <summary>A data file opened as a stream of rows of text.</summary>
public interface ITable : IAsyncDisposable
{
    /// <summary>The file and its header.</summary>
    TableInfo Info { get; }

    /// <summary>
    /// Leaves all cells but those of some columns empty, and fills <see cref="TableRow.Hash"/>: for a pass that looks for keys and copies
    /// and need not pay for texts that nobody reads. Before the first row.
    /// </summary>
    void KeepOnly(IReadOnlyCollection<int> columns);

    /// <summary>
    /// Names the columns that hold days, for a file whose numbers of days count from another day than usual: a workbook of the 1904 date
    /// system. Before the first row.
    /// </summary>
    void ReadDaysIn(IReadOnlyCollection<int> columns)
    {
    }

    /// <summary>
    /// Names the columns in which no cell may be a day, so that rows tell where one is (<see cref="TableRow.DayCells"/>): a spreadsheet
    /// makes a date of a reference such as 1-5. Before the first row; a file of texts has none.
    /// </summary>
    void TellDaysIn(IReadOnlyCollection<int> columns)
    {
    }

    /// <summary>Rows left out so far because the mapping leaves out what they are.</summary>
    long LeftOut => 0;

    /// <summary>Reads the next rows, skipping those whose cells are all blank.</summary>
    /// <param name="most">The most rows to read, at least 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>At least one row; an empty list at the end.</returns>
    /// <exception cref="Complaints.Domain.Errors.UserException">The file is damaged or over a limit.</exception>
    ValueTask<IReadOnlyList<TableRow>> ReadAsync(int most, CancellationToken cancellationToken);
}
