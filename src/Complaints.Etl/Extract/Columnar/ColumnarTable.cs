using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Engines;

namespace Complaints.Etl.Extract.Columnar;

/// <summary>A Parquet file, read by the engine.</summary>
internal sealed class ColumnarTable : ITable
{
    private readonly string _path;
    private readonly long _rowCount;
    private readonly IAsyncEnumerator<ColumnarBatch> _batches;
    private bool _hashes;
    private long _read;

    private ColumnarTable(TableInfo info, long rowCount, IAsyncEnumerator<ColumnarBatch> batches)
    {
        Info = info;
        _path = info.Path;
        _rowCount = rowCount;
        _batches = batches;
    }

    public TableInfo Info { get; }

    internal static async Task<ITable> OpenAsync(string path, FileStream file, CancellationToken cancellationToken)
    {
        CheckEnd(path, file);
        string sha256 = Convert.ToHexStringLower(
            await System.Security.Cryptography.SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        long bytes = file.Length;
        await file.DisposeAsync().ConfigureAwait(false);

        IColumnarFileReader reader = WarehouseFactory.ColumnarFiles();
        ColumnarFileInfo found = await Guarded(path, reader.DescribeAsync(path, cancellationToken)).ConfigureAwait(false);
        if (found.Columns.Count > Limits.FileColumns || found.RowCount > Limits.FileRows)
        {
            throw Refusal.TooBig(
                path,
                FormattableString.Invariant($"The file has {found.Columns.Count:N0} columns and {found.RowCount:N0} rows."),
                FormattableString.Invariant($"at most {Limits.FileColumns:N0} columns and {Limits.FileRows:N0} rows"));
        }

        var info = new TableInfo
        {
            FileName = Path.GetFileName(path),
            Path = path,
            Format = FileFormat.Parquet,
            Bytes = bytes,
            Sha256 = sha256,
            Header = HeaderLines.Join(path, 1, [found.Columns]),
        };
        return new ColumnarTable(info, found.RowCount, reader.ReadAsync(path, cancellationToken).GetAsyncEnumerator(cancellationToken));
    }

    public void KeepOnly(IReadOnlyCollection<int> columns) => _hashes = true;

    // The engine's batch is handed on whole: cutting it to the asked size would only copy it.
    public async ValueTask<IReadOnlyList<TableRow>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        while (await Guarded(_path, _batches.MoveNextAsync().AsTask()).ConfigureAwait(false))
        {
            ColumnarBatch batch = _batches.Current;
            _read += batch.Rows.Count;
            List<TableRow> rows = Rows(batch);
            if (rows.Count > 0)
            {
                return rows;
            }
        }

        return _read == _rowCount
            ? []
            : throw Refusal.Truncated(_path, FormattableString.Invariant($"it holds {_read:N0} of the {_rowCount:N0} rows that its end promises"));
    }

    public ValueTask DisposeAsync() => _batches.DisposeAsync();

    private List<TableRow> Rows(ColumnarBatch batch)
    {
        var rows = new List<TableRow>(batch.Rows.Count);
        for (int i = 0; i < batch.Rows.Count; i++)
        {
            string[] cells = Array.ConvertAll(batch.Rows[i], cell => cell ?? "");
            RefuseNul(cells, batch.FirstRow + i);
            if (Array.Exists(cells, cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add(new TableRow(batch.FirstRow + i, cells, _hashes ? CellHash.Of(cells) : 0));
            }
        }

        return rows;
    }

    // A NUL ends a text on its way into the warehouse: what stands behind it would be lost without a word.
    private void RefuseNul(string[] cells, long row)
    {
        int column = Array.FindIndex(cells, cell => cell.Contains('\0', StringComparison.Ordinal));
        if (column >= 0)
        {
            throw Refusal.At(
                _path,
                row,
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

    // The engine names the fault; the way out is the same for all of them.
    private static async Task<T> Guarded<T>(string path, Task<T> read)
    {
        try
        {
            return await read.ConfigureAwait(false);
        }
        catch (UserException e) when (e.Where is null || e.Expected is null || e.Fix is null)
        {
            throw new UserException(
                e.What,
                e.Where ?? path,
                e.Expected ?? "a complete Parquet file",
                e.Fix ?? "export or copy it again, and compare its size with the original",
                e);
        }
    }
}
