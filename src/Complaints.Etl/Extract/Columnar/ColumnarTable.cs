using Complaints.Domain;
using Complaints.Domain.Storage;
using Parquet;
using Parquet.Schema;

namespace Complaints.Etl.Extract.Columnar;

/// <summary>A Parquet file: every value as the text that a CSV export of it would hold.</summary>
internal sealed class ColumnarTable : ITable
{
    private readonly string _path;
    private readonly ParquetReader _reader;
    private readonly ColumnText[] _columns;
    private readonly ColumnarPages _pages;
    private int[] _noDays = [];
    private bool _hashes;
    private int _group = -1;
    private long _rowsOfGroup;
    private long _rowInGroup;
    private long _row;
    private long _characters;

    private ColumnarTable(TableInfo info, ParquetReader reader, ColumnText[] columns, ColumnarPages pages)
    {
        _pages = pages;
        Info = info;
        _path = info.Path;
        _reader = reader;
        _columns = columns;
    }

    public TableInfo Info { get; }

    internal static async Task<ITable> OpenAsync(string path, FileStream file, CancellationToken cancellationToken)
    {
        CheckEnd(path, file);
        string sha256 = await Sha256Hex.OfAsync(file, cancellationToken).ConfigureAwait(false);
        var pages = new ColumnarPages(path, file);
        ParquetReader reader = await ColumnarFault.GuardAsync(
            path,
            () =>
            {
                pages.CheckFooter();
                return ParquetReader.CreateAsync(file, ColumnText.Options, leaveStreamOpen: false, cancellationToken);
            }).ConfigureAwait(false);
        try
        {
            ColumnText[] columns = ColumnarFault.Guard(path, () => Columns(path, reader));
            ColumnarLimits.Check(path, file.Length, reader.Metadata!, columns.Length);
            var info = new TableInfo
            {
                FileName = Path.GetFileName(path),
                Path = path,
                Format = FileFormat.Parquet,
                Bytes = file.Length,
                Sha256 = sha256,
                Header = HeaderLines.Join(path, 1, [[.. columns.Select(column => column.Name)]]),
            };
            return new ColumnarTable(info, reader, columns, pages);
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public void KeepOnly(IReadOnlyCollection<int> columns) => _hashes = true;

    public void TellDaysIn(IReadOnlyCollection<int> columns) => _noDays = [.. columns.Where(column => _columns[column].HoldsDays)];

    public async ValueTask<IReadOnlyList<TableRow>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>(most);
        long before = _characters;
        while (rows.Count < most
            && _characters - before < Limits.ColumnarBatchCharacters
            && await HasRowAsync(cancellationToken).ConfigureAwait(false))
        {
            _rowInGroup++;
            _row++;
            string[] cells = Array.ConvertAll(_columns, column => column.Next());
            CheckLength(cells);
            RefuseNul(cells);
            if (Array.Exists(cells, cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add(new TableRow(_row, cells, _hashes ? CellHash.Of(cells) : 0)
                {
                    DayCells = _noDays.Length == 0 ? null : [.. _noDays.Where(column => cells[column].Length > 0)],
                });
            }
        }

        return rows;
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    private async ValueTask<bool> HasRowAsync(CancellationToken cancellationToken)
    {
        while (_rowInGroup == _rowsOfGroup)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++_group >= _reader.RowGroupCount)
            {
                return _row == _reader.Metadata!.NumRows
                    ? false
                    : throw Refusal.Truncated(
                        _path,
                        FormattableString.Invariant($"it holds {_row:N0} of the {_reader.Metadata.NumRows:N0} rows that its end promises"));
            }

            ParquetRowGroupReader group = _reader.OpenRowGroupReader(_group);
            ColumnarFault.Guard(_path, () =>
            {
                _pages.Check(group.RowGroup);
                return true;
            });
            foreach (ColumnText column in _columns)
            {
                await ColumnarFault.GuardAsync(_path, () => column.LoadAsync(group, cancellationToken)).ConfigureAwait(false);
            }

            (_rowsOfGroup, _rowInGroup) = (group.RowCount, 0);
        }

        return true;
    }

    private static ColumnText[] Columns(string path, ParquetReader reader) => [.. reader.Schema.Fields.Select(field =>
        field is DataField { IsArray: false } column && ColumnText.Of(column) is ColumnText text
            ? text
            : throw Refusal.Of(
                path,
                $"The column '{field.Name}' holds lists, records or another kind of value that is no single text, number or day.",
                "columns of text, numbers, days and times",
                "export the column as text, or leave it out"))];

    // One text that a dictionary holds can stand in every row.
    private void CheckLength(string[] cells)
    {
        long length = cells.Sum(cell => (long)cell.Length + 1);
        _characters += length;
        if (length > Limits.RecordCharacters)
        {
            throw Refusal.At(
                _path,
                _row,
                FormattableString.Invariant($"The row has {length:N0} characters."),
                FormattableString.Invariant($"at most {Limits.RecordCharacters:N0} characters, as in a text file"),
                "leave out the column with the long texts, or shorten them");
        }

        if (_characters > Limits.ColumnarGraceCharacters && _characters / Limits.ColumnarRatio > Info.Bytes)
        {
            throw Refusal.TooBig(
                _path,
                FormattableString.Invariant($"The file of {Info.Bytes:N0} bytes holds more than {_characters:N0} characters."),
                FormattableString.Invariant($"at most {Limits.ColumnarRatio:N0} times its size"));
        }
    }

    // A NUL ends a text on its way into the warehouse: what stands behind it would be lost without a word.
    private void RefuseNul(string[] cells)
    {
        int column = Array.FindIndex(cells, cell => cell.Contains('\0', StringComparison.Ordinal));
        if (column >= 0)
        {
            throw Refusal.At(
                _path,
                _row,
                $"A text in column '{Info.Header[column]}' holds a NUL character.",
                "texts without NUL characters",
                "find out what wrote it; export the column as text, or leave it out");
        }
    }

    private static void CheckEnd(string path, FileStream file)
    {
        const int smallest = 12;
        Span<byte> end = stackalloc byte[4];
        if (file.Length >= smallest)
        {
            file.Seek(-end.Length, SeekOrigin.End);
            file.ReadExactly(end);
            file.Position = 0;
        }

        if (!end.SequenceEqual("PAR1"u8))
        {
            throw Refusal.Truncated(path, "a Parquet file ends with the letters PAR1");
        }
    }
}
