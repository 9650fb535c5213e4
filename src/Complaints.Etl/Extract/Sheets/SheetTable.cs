using System.Xml;
using Complaints.Domain;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Complaints.Etl.Extract.Sheets;

/// <summary>One sheet of a workbook.</summary>
internal sealed class SheetTable : ITable
{
    private readonly Stream _file;
    private readonly IExcelDataReader _reader;
    private readonly string _path;
    private int _row;
    private bool _hashes;
    private bool _ended;

    private SheetTable(string path, FileStream file, string sha256, IExcelDataReader reader, ReadOptions options)
    {
        _path = path;
        _file = file;
        _reader = reader;
        string sheet = SheetChoice.Choose(path, reader, options.Sheet);
        Info = new TableInfo
        {
            FileName = Path.GetFileName(path),
            Path = path,
            Format = FileFormat.Xlsx,
            Sheet = sheet,
            Bytes = file.Length,
            Sha256 = sha256,
            Header = ReadHeader(options),
        };
    }

    public TableInfo Info { get; }

    internal static SheetTable Open(string path, FileStream file, ReadOptions options, CancellationToken cancellationToken)
    {
        WorkbookGuard.Check(path, file, cancellationToken);
        string sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
        file.Position = 0;
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        return Guarded(path, () =>
        {
            IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(file);
            return new SheetTable(path, file, sha256, reader, options);
        });
    }

    public void KeepOnly(IReadOnlyCollection<int> columns) => _hashes = true;

    public ValueTask<IReadOnlyList<TableRow>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<TableRow>>(Guarded(_path, () => Read(most, cancellationToken)));
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private List<TableRow> Read(int most, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>(most);
        while (rows.Count < most && !_ended)
        {
            _ended = !ReadRow();
            if (_ended)
            {
                break;
            }

            if (_row % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (Cells(Info.Header.Count) is string[] cells)
            {
                rows.Add(new TableRow(_row, cells, _hashes ? CellHash.Of(cells) : 0));
            }
        }

        return rows;
    }

    private bool ReadRow()
    {
        if (!_reader.Read())
        {
            return false;
        }

        return ++_row <= Limits.SheetRows
            ? true
            : throw Refusal.TooBig(
                _path,
                FormattableString.Invariant($"The sheet has more than {Limits.SheetRows:N0} rows."),
                FormattableString.Invariant($"at most {Limits.SheetRows:N0} rows, as Excel allows"));
    }

    private IReadOnlyList<string> ReadHeader(ReadOptions options)
    {
        if (_reader.FieldCount > Limits.FileColumns)
        {
            throw Refusal.TooBig(
                _path,
                FormattableString.Invariant($"The sheet has {_reader.FieldCount:N0} columns."),
                FormattableString.Invariant($"at most {Limits.FileColumns:N0} columns"));
        }

        var lines = new List<IReadOnlyList<string>>();
        while (lines.Count < options.HeaderRows)
        {
            if (!ReadRow())
            {
                throw Refusal.Of(
                    _path,
                    FormattableString.Invariant($"The sheet '{_reader.Name}' ends before its header on row {options.HeaderRow}."),
                    "a row with the columns' names",
                    "set 'header_row' in the mapping's source to the row of the header, or choose another 'sheet'");
            }

            if (_row >= options.HeaderRow)
            {
                lines.Add(Row());
            }
        }

        return HeaderLines.Join(_path, options.HeaderRow, lines);
    }

    private string[] Row()
    {
        var cells = new string[_reader.FieldCount];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = CellText.Of(_reader.GetValue(i));
        }

        return cells;
    }

    // A sheet has no ragged rows: missing cells are empty ones. Text to the right of the header is still handed on, as too many cells.
    private string[]? Cells(int width)
    {
        string[] cells = Row();
        int last = Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell));
        if (last < 0)
        {
            return null;
        }

        int length = Math.Max(width, last + 1);
        int had = cells.Length;
        Array.Resize(ref cells, length);
        if (length > had)
        {
            Array.Fill(cells, "", had, length - had);
        }

        return cells;
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw Refusal.Truncated(path, "the workbook cannot be read", e);
        }
    }

    // The reader does not wrap what a malformed part makes it throw; none of these can come from a sound workbook.
    private static bool IsOfTheFile(Exception e) => e
        is ExcelReaderException
        or XmlException
        or InvalidDataException
        or IOException
        or FormatException
        or OverflowException
        or ArgumentException
        or IndexOutOfRangeException
        or InvalidOperationException
        or InvalidCastException
        or NullReferenceException
        or NotSupportedException;
}
