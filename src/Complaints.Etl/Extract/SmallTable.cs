using Complaints.Domain.Errors;

namespace Complaints.Etl.Extract;

/// <summary>A table that is small enough to be held whole, such as a file that a person wrote.</summary>
/// <param name="Header">The columns' names in order.</param>
/// <param name="Rows">The rows with the line on which each begins.</param>
public sealed record SmallTable(IReadOnlyList<string> Header, IReadOnlyList<(long Line, string[] Cells)> Rows)
{
    private const int AtATime = 1_000;

    /// <summary>Reads a file of any format that can be loaded.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most rows.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="UserException">The file cannot be read as a table, has a row that is none, or too many.</exception>
    public static async Task<SmallTable> ReadAsync(string path, int most, CancellationToken cancellationToken)
    {
        ITable table = await TableFile.OpenAsync(path, ReadOptions.Default, cancellationToken).ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            var rows = new List<(long, string[])>();
            while (await table.ReadAsync(AtATime, cancellationToken).ConfigureAwait(false) is { Count: > 0 } read)
            {
                foreach (TableRow row in read)
                {
                    rows.Add((row.Line, Cells(path, table.Info.Header.Count, row)));
                }

                if (rows.Count > most)
                {
                    throw Refusal.TooBig(path, "The file has too many rows.", FormattableString.Invariant($"at most {most:N0} rows"));
                }
            }

            return new SmallTable(table.Info.Header, rows);
        }
    }

    private static string[] Cells(string path, int columns, TableRow row) =>
        row.Flaw is RowFlaw flaw
            ? throw Refusal.At(path, row.Line, $"The row stands wrongly in the file: {flaw.Value}.", flaw.Expected, flaw.Hint)
            : row.Cells.Skip(columns).Any(cell => cell.Trim().Length > 0)
                ? throw Refusal.At(
                    path,
                    row.Line,
                    $"The row has {row.Cells.Length} cells.",
                    $"{columns} cells, as the header",
                    "put quotation marks around a cell with a comma")
                : row.Cells;
}
