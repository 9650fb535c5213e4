using Complaints.Domain.Text;

namespace Complaints.Etl.Extract;

/// <summary>
/// An export of this product, read again: the apostrophe that keeps a spreadsheet from running a cell is no part of the cell.
/// </summary>
/// <param name="inner">The file as it stands.</param>
internal sealed class OwnExport(ITable inner) : ITable
{
    public TableInfo Info { get; } = inner.Info with { Header = [.. inner.Info.Header.Select(SpreadsheetText.Unguarded)] };

    public long LeftOut => inner.LeftOut;

    public void KeepOnly(IReadOnlyCollection<int> columns) => inner.KeepOnly(columns);

    public void ReadDaysIn(IReadOnlyCollection<int> columns) => inner.ReadDaysIn(columns);

    public void TellDaysIn(IReadOnlyCollection<int> columns) => inner.TellDaysIn(columns);

    public async ValueTask<IReadOnlyList<TableRow>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        IReadOnlyList<TableRow> rows = await inner.ReadAsync(most, cancellationToken).ConfigureAwait(false);
        foreach (TableRow row in rows)
        {
            for (int i = 0; i < row.Cells.Length; i++)
            {
                row.Cells[i] = SpreadsheetText.Unguarded(row.Cells[i]);
            }
        }

        return rows;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
