using System.Text;

namespace Complaints.Domain.Text;

/// <summary>
/// Passes on the bytes of a delimited text, but for records whose quotation marks cannot be meant: a cell with text behind its closing
/// mark, one that is never closed, and one that reaches over lines which are rows themselves. Of such a record the line that opens the mark
/// is put on a list and made blank, and reading goes on at the next line, so that a stray mark costs one row and swallows none.
/// </summary>
/// <param name="inner">The text as UTF-8, behind <paramref name="head"/>.</param>
/// <param name="head">Its first bytes, read already.</param>
/// <param name="delimiter">What stands between two cells.</param>
/// <param name="columns">Columns of the header.</param>
internal sealed class RecordStream(Stream inner, byte[] head, char delimiter, int columns) : Stream
{
    private const byte Quote = (byte)'"';
    private const int ChunkBytes = 1 << 16;

    private readonly byte _delimiter = checked((byte)delimiter);
    private readonly RowLikeness _rows = new(delimiter, columns);
    private readonly Queue<BrokenRecord> _broken = new();

    private byte[] _buffer = head;
    private int _end = head.Length;
    private int _given;
    private int _counted;
    private long _linesCounted;
    private int _record;
    private int _from;
    private int _open;
    private bool _inQuotes;
    private bool _ended;
    private bool _done;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The next record that was taken out, if it begins before a line; in the order of the file.</summary>
    internal BrokenRecord? TakeBefore(long line) =>
        _broken.TryPeek(out BrokenRecord? next) && next.Line < line ? _broken.Dequeue() : null;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // Bytes before the record under way are settled; it itself may still turn out broken.
    public override int Read(Span<byte> buffer)
    {
        while (_given == Settled && !_done)
        {
            Advance();
        }

        int count = Math.Min(buffer.Length, Settled - _given);
        _buffer.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Settled => _done ? _end : _record;

    private void Advance()
    {
        while (Step())
        {
        }

        if (!_ended)
        {
            Fill();
        }
        else if (_inQuotes)
        {
            EndInsideQuotes();
        }
        else
        {
            _done = true;
        }
    }

    // One quotation mark further; false when more bytes are needed, or none is left.
    private bool Step() => _inQuotes ? StepInside() : StepOutside();

    private bool StepOutside()
    {
        int limit = Limit;
        int at = _buffer.AsSpan(_from, limit - _from).IndexOf(Quote);
        int to = at < 0 ? limit : _from + at;
        int lineBreak = _buffer.AsSpan(_from, to - _from).LastIndexOfAny((byte)'\n', (byte)'\r');
        if (lineBreak >= 0)
        {
            _record = _from + lineBreak + 1;
        }

        _from = to;
        if (at < 0)
        {
            return false;
        }

        // A mark inside a cell is a letter like any other: 6" pipe.
        _inQuotes = _from == _record || _buffer[_from - 1] == _delimiter;
        _open = _from++;
        return true;
    }

    private bool StepInside()
    {
        int at = _buffer.AsSpan(_from, _end - _from).IndexOf(Quote);
        if (at < 0)
        {
            bool endless = _end - _open > Limits.RecordCharacters;
            _from = _end;
            return endless && Break(0);
        }

        int close = _from + at;
        if (close + 1 < _end && _buffer[close + 1] == Quote)
        {
            _from = close + 2;
            return true;
        }

        int lineEnd = LineEnd(close + 1);
        if (lineEnd < 0)
        {
            _from = close;
            return false;
        }

        ReadOnlySpan<byte> rest = _buffer.AsSpan(close + 1, lineEnd - close - 1).TrimStart((byte)' ');
        bool closes = rest.IsEmpty || rest[0] == _delimiter;
        if (!closes || _rows.Swallows(_buffer.AsSpan(_record, lineEnd - _record), _open - _record))
        {
            return Break(close);
        }

        _inQuotes = false;
        _from = close + 1;
        return true;
    }

    private void EndInsideQuotes()
    {
        // In the last line of all it is a copy that was cut off, which the reader refuses.
        if (LineEnd(_open) == _end)
        {
            _from = _end;
            _inQuotes = false;
            return;
        }

        Break(0);
    }

    private bool Break(int close)
    {
        int lineEnd = LineEnd(_open);
        if (lineEnd < 0)
        {
            return false;
        }

        long line = LineOf(_record);
        long openLine = LineOf(_open);
        _broken.Enqueue(new BrokenRecord(
            line,
            openLine,
            close > 0 ? LineOf(close) : null,
            Encoding.UTF8.GetString(_buffer, _record, lineEnd - _record).Split(delimiter)));
        foreach (ref byte b in _buffer.AsSpan(_record, lineEnd - _record))
        {
            b = b is (byte)'\n' or (byte)'\r' ? b : (byte)' ';
        }

        _inQuotes = false;
        _from = lineEnd;
        return true;
    }

    // A return at the end may be the first half of a line break.
    private int Limit => !_ended && _end > _from && _buffer[_end - 1] == (byte)'\r' ? _end - 1 : _end;

    // Where the line ends that a position is in; -1 when that is not read yet.
    private int LineEnd(int from)
    {
        int at = _buffer.AsSpan(from, _end - from).IndexOfAny((byte)'\n', (byte)'\r');
        return at >= 0 ? from + at : _ended ? _end : -1;
    }

    private long LineOf(int position)
    {
        CountTo(Math.Min(position, _record));
        return 1 + _linesCounted + Breaks(_buffer.AsSpan(_counted, position - _counted));
    }

    // A line break of two bytes is counted when both are there.
    private void CountTo(int position)
    {
        int to = position > 0
            && position < _end
            && _buffer[position - 1] == (byte)'\r'
            && _buffer[position] == (byte)'\n'
                ? position - 1
                : position;
        if (to > _counted)
        {
            _linesCounted += Breaks(_buffer.AsSpan(_counted, to - _counted));
            _counted = to;
        }
    }

    private static long Breaks(ReadOnlySpan<byte> text) => text.Count((byte)'\n') + text.Count((byte)'\r') - text.Count("\r\n"u8);

    private void Fill()
    {
        DropGiven();
        if (_buffer.Length - _end < ChunkBytes)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _end + ChunkBytes));
        }

        int read = inner.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }

    private void DropGiven()
    {
        CountTo(_given);
        int drop = Math.Min(_given, _counted);
        _buffer.AsSpan(drop, _end - drop).CopyTo(_buffer);
        (_end, _given, _counted) = (_end - drop, _given - drop, _counted - drop);
        (_record, _from, _open) = (_record - drop, _from - drop, _open - drop);
    }
}
