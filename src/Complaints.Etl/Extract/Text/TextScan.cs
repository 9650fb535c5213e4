using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Complaints.Domain;

namespace Complaints.Etl.Extract.Text;

/// <summary>
/// Reads a text file once, with no more memory than a buffer, before it is parsed. A pass over bytes costs a small part of the parsing
/// and lets a wrong encoding, NUL bytes, a truncation or an endless line be refused before anything is loaded.
/// </summary>
internal sealed class TextScan
{
    private const int BufferBytes = 1 << 20;
    private const int HeadBytes = 1 << 16;
    private const int LongestCharacter = 4;

    private static readonly SearchValues<byte> s_lineBreaks = SearchValues.Create((byte)'\n', (byte)'\r');

    private static readonly SearchValues<byte> s_undefined1252 = SearchValues.Create(0x81, 0x8D, 0x8F, 0x90, 0x9D);

    private static readonly SearchValues<byte> s_controls =
        SearchValues.Create([.. Enumerable.Range(1, 31).Where(c => c is not (9 or 10 or 11 or 12 or 13)).Select(c => (byte)c), 0x7F]);

    private readonly string _path;
    private readonly ArrayBufferWriter<byte> _head = new(HeadBytes);
    private readonly byte[] _last = new byte[2];
    private long _bytes;
    private long _lines;
    private long _lineLength;
    private long _evenNuls;
    private long _oddNuls;
    private long _firstNulLine;
    private long _firstBadLine;
    private bool _isUtf8 = true;
    private bool _multibyte;
    private bool _undefined1252;
    private bool _controls;

    private TextScan(string path) => _path = path;

    /// <param name="path">For messages.</param>
    /// <param name="content">The unpacked bytes.</param>
    /// <param name="sha256">The hash of the file on disk, asked for after the last byte.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal static TextFacts Run(string path, Stream content, Func<string> sha256, CancellationToken cancellationToken)
    {
        var scan = new TextScan(path);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int kept = 0;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int read = content.Read(buffer, kept, BufferBytes - kept);
                if (read == 0)
                {
                    return scan.Facts(endsInside: kept > 0, sha256());
                }

                scan.Count(buffer.AsSpan(kept, read));
                kept = scan.CheckUtf8(buffer.AsSpan(0, kept + read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Count(ReadOnlySpan<byte> chunk)
    {
        if (_head.WrittenCount < HeadBytes)
        {
            _head.Write(chunk[..Math.Min(chunk.Length, HeadBytes - _head.WrittenCount)]);
        }

        CountNuls(chunk);
        _undefined1252 = _undefined1252 || chunk.ContainsAny(s_undefined1252);
        _controls = _controls || chunk.ContainsAny(s_controls);
        CountLines(chunk);
        _bytes += chunk.Length;
        _last[0] = chunk.Length > 1 ? chunk[^2] : _last[1];
        _last[1] = chunk[^1];
    }

    private void CountNuls(ReadOnlySpan<byte> chunk)
    {
        int first = chunk.IndexOf((byte)0);
        if (first < 0)
        {
            return;
        }

        if (_firstNulLine == 0)
        {
            _firstNulLine = 1 + _lines + chunk[..first].Count((byte)'\n');
        }

        for (int i = first; i < chunk.Length; i++)
        {
            if (chunk[i] == 0)
            {
                _ = ((_bytes + i) & 1) == 0 ? _evenNuls++ : _oddNuls++;
            }
        }
    }

    private void CountLines(ReadOnlySpan<byte> chunk)
    {
        int lastBreak = chunk.LastIndexOfAny(s_lineBreaks);
        _lineLength = lastBreak < 0 ? _lineLength + chunk.Length : chunk.Length - 1 - lastBreak;
        if (_lineLength > Limits.LineBytes)
        {
            throw Refusal.At(
                _path,
                _lines + 1 + chunk.Count((byte)'\n'),
                FormattableString.Invariant($"A line has more than {Limits.LineBytes:N0} bytes."),
                "rows on lines of their own",
                "check that this is a text table; export it again with line breaks");
        }

        _lines += chunk.Count((byte)'\n');
    }

    // Returns how many bytes at the end belong to a character that is not complete yet; they are moved to the front.
    private int CheckUtf8(Span<byte> chunk)
    {
        if (!_isUtf8)
        {
            return 0;
        }

        int open = Unfinished(chunk);
        if (!Utf8.IsValid(chunk[..^open]))
        {
            _isUtf8 = false;
            _firstBadLine = LineOfFirstBad(chunk);
            return 0;
        }

        _multibyte = _multibyte || !Ascii.IsValid(chunk[..^open]);
        chunk[^open..].CopyTo(chunk);
        return open;
    }

    private long LineOfFirstBad(ReadOnlySpan<byte> chunk)
    {
        int good = 0;
        while (Rune.DecodeFromUtf8(chunk[good..], out _, out int consumed) == OperationStatus.Done)
        {
            good += consumed;
        }

        return 1 + _lines - chunk.Count((byte)'\n') + chunk[..good].Count((byte)'\n');
    }

    private static int Unfinished(ReadOnlySpan<byte> chunk)
    {
        for (int back = 1; back <= Math.Min(LongestCharacter - 1, chunk.Length); back++)
        {
            byte b = chunk[^back];
            if (b >= 0xC0)
            {
                int length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return length > back ? back : 0;
            }

            if (b < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }

    private TextFacts Facts(bool endsInside, string sha256) => new()
    {
        Head = _head.WrittenSpan.ToArray(),
        Bytes = _bytes,
        Lines = _lines,
        IsUtf8 = _isUtf8 && !endsInside,
        EndsInsideCharacter = _isUtf8 && endsInside && _multibyte,
        FirstBadLine = _firstBadLine > 0 || !endsInside ? _firstBadLine : _lines + 1,
        EvenNuls = _evenNuls,
        OddNuls = _oddNuls,
        FirstNulLine = _firstNulLine,
        HasUndefined1252 = _undefined1252,
        HasControls = _controls,
        EndsWithLineBreak = _last[1] is (byte)'\n' or (byte)'\r' || (_last[1] == 0 && _last[0] is (byte)'\n' or (byte)'\r'),
        Sha256 = sha256,
    };
}
