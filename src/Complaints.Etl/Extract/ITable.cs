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

    /// <summary>Reads the next rows, skipping those whose cells are all blank.</summary>
    /// <param name="most">The most rows to read, at least 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>At least one row; an empty list at the end.</returns>
    /// <exception cref="Complaints.Domain.Errors.UserException">The file is damaged or over a limit.</exception>
    ValueTask<IReadOnlyList<TableRow>> ReadAsync(int most, CancellationToken cancellationToken);
}

/// <summary>What was found out about a data file before its first row.</summary>
public sealed record TableInfo
{
    /// <summary>The file's name without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The full path.</summary>
    public required string Path { get; init; }

    /// <summary>The format read.</summary>
    public required FileFormat Format { get; init; }

    /// <summary>The sheet read; null unless a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>The encoding read with; null unless text.</summary>
    public string? EncodingName { get; init; }

    /// <summary>The delimiter; null unless text.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Bytes of the file on disk.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file on disk, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The columns' names in order, trimmed, as they stand: names may be empty or repeated.</summary>
    public required IReadOnlyList<string> Header { get; init; }
}

/// <summary>One row of a table as text; nothing is decided about it yet.</summary>
/// <param name="Line">The line (text), row (workbook) or row number (Parquet, from 1) on which it begins.</param>
/// <param name="Cells">
/// The cells as they stand, "" where empty. Fewer or more than the header has when the row is ragged.
/// </param>
/// <param name="Hash">A hash of all cells when the table was asked to keep only some (<see cref="ITable.KeepOnly"/>); otherwise 0.</param>
public readonly record struct TableRow(long Line, string[] Cells, ulong Hash);
