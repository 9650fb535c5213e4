using System.Security.Cryptography;
using Complaints.Domain;
using Parquet;
using Parquet.Schema;

namespace Complaints.Etl.Extract.Columnar;

/// <summary>A Parquet file: every value as the text that a CSV export of it would hold.</summary>
internal sealed class ColumnarTable : ITable
{
    private readonly string _path;
    private readonly ParquetReader _reader;
    private readonly ColumnText[] _columns;
    private bool _hashes;
    private int _group = -1;
    private long _rowsOfGroup;
    private long _rowInGroup;
    private long _row;

    private ColumnarTable(TableInfo info, ParquetReader reader, ColumnText[] columns)
    {
        Info = info;
        _path = info.Path;
        _reader = reader;
        _columns = columns;
    }

    public TableInfo Info { get; }

    internal static async Task<ITable> OpenAsync(string path, FileStream file, CancellationToken cancellationToken)
    {
        CheckEnd(path, file);
        string sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        ParquetReader reader = await ColumnarFault.GuardAsync(
            path,
            () => ParquetReader.CreateAsync(file, ColumnText.Options, leaveStreamOpen: false, cancellationToken)).ConfigureAwait(false);
        try
        {
            ColumnText[] columns = ColumnarFault.Guard(path, () => Columns(path, reader));
            ColumnarLimits.Check(path, reader.Metadata!, columns.Length);
            var info = new TableInfo
            {
                FileName = Path.GetFileName(path),
                Path = path,
                Format = FileFormat.Parquet,
                Bytes = file.Length,
                Sha256 = sha256,
                Header = HeaderLines.Join(path, 1, [[.. columns.Select(column => column.Name)]]),
            };
            return new ColumnarTable(info, reader, columns);
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public void KeepOnly(IReadOnlyCollection<int> columns) => _hashes = true;

    public async ValueTask<IReadOnlyList<TableRow>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>(most);
        while (rows.Count < most && await HasRowAsync(cancellationToken).ConfigureAwait(false))
        {
            _rowInGroup++;
            _row++;
            string[] cells = Array.ConvertAll(_columns, column => column.Next());
            RefuseNul(cells);
            if (Array.Exists(cells, cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add(new TableRow(_row, cells, _hashes ? CellHash.Of(cells) : 0));
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
