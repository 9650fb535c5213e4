using Complaints.Domain.Storage;
using Complaints.Domain.Text;
using CsvHelper;

namespace Complaints.Learning.Bench;

/// <summary>
/// Reads the records of a CSV file by the rules of a load: a stray quotation mark costs its own record and swallows none, blank lines are
/// none, and what has other than the header's number of cells is told from a row.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    private const int HeadBytes = 1 << 18;
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    private readonly FileStream _file;
    private readonly RecordStream _records;
    private readonly CsvReader _reader;
    private bool _endsInsideQuotes;
    private int _named;

    private CsvRecords(FileStream file)
    {
        _file = file;
        byte[] head = new byte[HeadBytes];
        Array.Resize(ref head, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        head = head.AsSpan().StartsWith(s_mark) ? head[s_mark.Length..] : head;
        (char separator, int columns) = Start(head);
        _records = new RecordStream(file, head, separator, columns);
        _reader = CsvReader.Create(_records, Reading with
        {
            Separator = separator,
            // Quotes inside a cell without quotes around it are kept as they stand; what breaks a row was taken out before.
            OnMalformedRecord = found => _endsInsideQuotes |= found.Reason == CsvMalformedReason.UnterminatedQuote,
        });
    }

    // Cell values stay out of messages: they may be personal data.
    private static CsvReaderOptions Reading => CsvReaderOptions.Default with
    {
        HasHeader = false,
        TrackLineNumbers = true,
        TrimWhitespace = true,
        PoolStrings = true,
        IncludeValuesInExceptions = false,
        MissingField = CsvMissingFieldHandling.ReturnEmpty,
        MaxRecordSize = 1 << 24,
    };

    /// <summary>What was left out so far.</summary>
    public MalformedRows LeftOut { get; private set; } = new(0, 0, 0, 0, 0);

    public static CsvRecords Open(string path) => new(RegularFile.OpenRead(path, long.MaxValue));

    /// <summary>The header's cells; none in an empty file, and null where a quotation mark in it cannot be meant.</summary>
    public string[]? ReadHeader()
    {
        string[] header = _reader.Read() ? Cells(_reader.FieldCount) : [];
        TakeBroken();
        _named = Array.FindLastIndex(header, name => name.Length > 0) + 1;
        LeftOut = LeftOut with { Cells = header.Length };
        return LeftOut.Quotes > 0 && (header.Length == 0 || LeftOut.FirstQuotes <= _reader.LineNumber) || _endsInsideQuotes ? null : header;
    }

    /// <summary>The next row, of as many cells as the header; null at the end.</summary>
    public string[]? Read()
    {
        while (_reader.Read())
        {
            if (_endsInsideQuotes)
            {
                Add(new BrokenRecord(_reader.LineNumber, _reader.LineNumber, null, []));
                _endsInsideQuotes = false;
            }
            else if (IsBlank(0))
            {
                continue;
            }
            else if (_reader.FieldCount < _named || !IsBlank(LeftOut.Cells))
            {
                LeftOut = LeftOut with
                {
                    Ragged = LeftOut.Ragged + 1,
                    FirstRagged = LeftOut.Ragged == 0 ? _reader.LineNumber : LeftOut.FirstRagged,
                };
            }
            else
            {
                return Cells(LeftOut.Cells);
            }
        }

        TakeBroken();
        return null;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _records.Dispose();
        _file.Dispose();
    }

    // The delimiter and the number of columns, from the first bytes.
    private static (char Separator, int Columns) Start(byte[] head)
    {
        using CsvReader reader = CsvReader.Create(head, Reading with { OnMalformedRecord = _ => { } });
        int columns = reader.Read() ? reader.FieldCount : 0;
        return (reader.Separator, columns);
    }

    private void TakeBroken()
    {
        while (_records.TakeBefore(long.MaxValue) is BrokenRecord broken)
        {
            Add(broken);
        }
    }

    private void Add(BrokenRecord broken) => LeftOut = LeftOut with
    {
        Quotes = LeftOut.Quotes + 1,
        FirstQuotes = LeftOut.Quotes == 0 ? broken.OpenLine : Math.Min(LeftOut.FirstQuotes, broken.OpenLine),
    };

    private string[] Cells(int count)
    {
        string[] cells = new string[count];
        for (int i = 0; i < count; i++)
        {
            cells[i] = _reader.GetString(i).Trim();
        }

        return cells;
    }

    // Whether the cells from one on say nothing: what a trailing delimiter leaves, or a line without any.
    private bool IsBlank(int from)
    {
        for (int i = from; i < _reader.FieldCount; i++)
        {
            if (!_reader.IsEmpty(i) && _reader.GetSpan(i).ContainsAnyExcept(" \t\r\n"u8))
            {
                return false;
            }
        }

        return true;
    }
}
