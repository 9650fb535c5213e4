using System.Text;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Text;
using CsvHelper;

namespace Complaints.Etl.Extract.Text;

/// <summary>A delimited text file, parsed by CsvHelper's reader after it has been looked through once.</summary>
internal sealed class TextTable : ITable
{
    private const int ParserBuffer = 1 << 18;

    private readonly string _path;
    private readonly Stream _content;
    private readonly RecordStream _records;
    private readonly CsvReader _reader;
    private readonly byte[] _firstName;
    private readonly bool _endsWithLineBreak;
    private bool[]? _kept;
    private bool _endsInsideQuotes;
    private bool _endsInFooter;
    private long _line;
    private long _rows;
    private int _lastCells;
    private bool _ended;

    internal TextTable(TextSource source, ReadOptions options)
    {
        _path = source.Path;
        _content = source.Utf8;
        _endsWithLineBreak = source.EndsWithLineBreak;
        TextStart start = Guarded(() => TextStart.Of(source.Utf8, options));
        _records = new RecordStream(source.Utf8, start.Head, start.Separator, start.Columns);
        _reader = CsvReader.Create(
            _records,
            new CsvReaderOptions
            {
                Separator = start.Separator,
                HasHeader = false,
                TrackLineNumbers = true,
                PoolStrings = true,
                BufferSize = ParserBuffer,
                MaxRecordSize = Limits.RecordCharacters,
                // Quotes inside a cell without quotes around it are kept as they stand; what breaks a row was taken out before.
                OnMalformedRecord = found => _endsInsideQuotes |= found.Reason == CsvMalformedReason.UnterminatedQuote,
            },
            leaveOpen: true);
        IReadOnlyList<string> header = Guarded(() => ReadHeader(options));
        _firstName = Encoding.UTF8.GetBytes(header[0]);
        Info = new TableInfo
        {
            FileName = Path.GetFileName(source.Path),
            Path = source.Path,
            Format = _reader.Separator == '\t' ? FileFormat.Tsv : FileFormat.Csv,
            EncodingName = source.EncodingName,
            Delimiter = _reader.Separator,
            Bytes = source.FileBytes,
            Lines = source.Lines,
            Sha256 = source.Sha256,
            Header = header,
        };
    }

    public TableInfo Info { get; }

    public void KeepOnly(IReadOnlyCollection<int> columns)
    {
        _kept = new bool[Info.Header.Count];
        foreach (int column in columns)
        {
            _kept[column] = true;
        }
    }

    public ValueTask<IReadOnlyList<TableRow>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<TableRow>>(Guarded(() => Read(most)));
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync().ConfigureAwait(false);
        await _content.DisposeAsync().ConfigureAwait(false);
    }

    private List<TableRow> Read(int most)
    {
        var rows = new List<TableRow>(most);
        while (rows.Count < most && !_ended)
        {
            _ended = !_reader.Read();
            AddBroken(rows, _ended ? long.MaxValue : _reader.LineNumber + 1);
            if (_ended)
            {
                CheckEnd();
            }
            else if (Cells() is string[] cells)
            {
                rows.Add(new TableRow(_line, cells, _kept is null ? 0 : Hash()));
            }
        }

        return rows;
    }

    private void AddBroken(List<TableRow> rows, long before)
    {
        while (_records.TakeBefore(before) is BrokenRecord broken)
        {
            _rows++;
            rows.Add(new TableRow(broken.Line, broken.Cells, 0, QuoteFlaw.Of(broken)));
        }
    }

    private IReadOnlyList<string> ReadHeader(ReadOptions options)
    {
        var lines = new List<IReadOnlyList<string>>();
        while (lines.Count < options.HeaderRows)
        {
            if (!_reader.Read())
            {
                CheckEnd();
                throw Refusal.Of(
                    _path,
                    FormattableString.Invariant($"The file ends before its header on line {options.HeaderRow}."),
                    "a line with the columns' names",
                    "set 'header_row' in the mapping's source to the line of the header");
            }

            _line = _reader.LineNumber;
            RefuseBroken(options.HeaderRow);
            if (_line >= options.HeaderRow)
            {
                lines.Add(Texts(whole: true));
            }
        }

        return HeaderLines.Join(_path, options.HeaderRow, lines);
    }

    // Lines above the header may hold anything.
    private void RefuseBroken(int headerRow)
    {
        while (_records.TakeBefore(_line + 1) is BrokenRecord broken)
        {
            if (broken.OpenLine >= headerRow)
            {
                RowFlaw flaw = QuoteFlaw.Of(broken);
                throw Refusal.At(
                    _path,
                    broken.Line,
                    "A quotation mark in the header does not close where a column's name ends.",
                    flaw.Expected,
                    flaw.Hint);
            }
        }
    }

    private string[]? Cells()
    {
        _line = _reader.LineNumber;
        if (IsBlank())
        {
            return null;
        }

        _lastCells = _reader.FieldCount;
        _endsInFooter = !_endsWithLineBreak && _lastCells == 1 && ReportRows.IsFooter(_reader.GetString(0));
        return ++_rows <= Limits.FileRows
            ? Texts(whole: _kept is null || IsOdd())
            : throw Refusal.TooBig(
                _path,
                FormattableString.Invariant($"The file has more than {Limits.FileRows:N0} rows."),
                FormattableString.Invariant($"at most {Limits.FileRows:N0} rows"));
    }

    private string[] Texts(bool whole)
    {
        var cells = new string[_reader.FieldCount];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = whole || (i < _kept!.Length && _kept[i]) ? _reader.GetString(i) : "";
        }

        return cells;
    }

    // A total, a footer or the header again is told by all its cells, also in a pass that keeps only some.
    private bool IsOdd()
    {
        int filled = 0;
        int first = -1;
        for (int i = 0; i < _reader.FieldCount; i++)
        {
            bool empty = _reader.IsEmpty(i);
            filled += empty ? 0 : 1;
            first = first < 0 && !empty ? i : first;
        }

        ReadOnlySpan<byte> begins = first < 0 ? [] : _reader.GetSpan(first);
        return filled * 2 <= Info.Header.Count || begins.IndexOf(_firstName) >= 0 || ReportRows.MayBeTotal(begins);
    }

    private ulong Hash()
    {
        ulong hash = KeyHash.Seed;
        for (int i = 0; i < _reader.FieldCount; i++)
        {
            hash = KeyHash.Add(hash, _reader.GetSpan(i));
        }

        return KeyHash.Finish(hash);
    }

    private bool IsBlank()
    {
        for (int i = 0; i < _reader.FieldCount; i++)
        {
            if (!_reader.IsEmpty(i) && _reader.GetSpan(i).ContainsAnyExcept(" \t\r\n"u8))
            {
                return false;
            }
        }

        return true;
    }

    // A copy that was interrupted ends inside quotes, or in a short row without a line break. A file whose last row merely lacks its line
    // break is complete.
    private void CheckEnd()
    {
        if (_endsInsideQuotes)
        {
            throw Refusal.At(
                _path,
                _line,
                "The last row ends inside a quotation: the file looks cut off.",
                "a closing quotation mark",
                "export or copy it again; if it is complete, look for a quotation mark on this line that is never closed");
        }

        if (_rows > 0 && !_endsWithLineBreak && _lastCells < Info.Header.Count && !_endsInFooter)
        {
            throw Refusal.At(
                _path,
                _line,
                FormattableString.Invariant($"The last row has {_lastCells} of {Info.Header.Count} cells and no line break: the file looks cut off."),
                "a complete last row",
                "export or copy it again");
        }
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException e)
        {
            throw new UserException(
                FormattableString.Invariant($"A row has more than {Limits.RecordCharacters:N0} bytes."),
                FormattableString.Invariant($"{_path}:{_line + 1}"),
                "rows of ordinary length",
                "look for a quotation mark on this line that is never closed",
                e);
        }
        catch (Exception e) when (e is DecoderFallbackException or EncoderFallbackException)
        {
            throw new UserException(
                FormattableString.Invariant($"After line {_line} there are bytes that are no characters in the file's encoding."),
                _path,
                "text in one encoding from beginning to end",
                "export it again, or give the right 'encoding' in the mapping's source",
                e);
        }
        catch (IOException e)
        {
            throw Refusal.Truncated(_path, "it cannot be read to its end", e);
        }
    }
}
