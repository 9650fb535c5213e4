using System.IO.Compression;
using Complaints.Domain;

namespace Complaints.Etl.Extract.Content;

/// <summary>
/// Unpacks a gzip file, counting what comes out: it stops at the limits before memory or disk is spent, and knows at the end whether
/// the file was whole.
/// </summary>
/// <remarks>
/// The framework's stream ends without an error where the file was cut off, so the length written in the file's last four bytes is
/// compared. A file of several gzip members would not pass that test; such a file is refused with the advice to unpack it.
/// </remarks>
internal sealed class InflatingStream : Stream
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly GZipStream _inner;
    private readonly uint _declared;
    private long _count;
    private bool _ended;

    /// <param name="path">For messages.</param>
    /// <param name="file">The packed file, at its beginning.</param>
    /// <param name="leaveOpen">Whether the file stays open afterwards.</param>
    internal InflatingStream(string path, FileStream file, bool leaveOpen)
    {
        _path = path;
        _file = file;
        _declared = DeclaredLength(path, file);
        _inner = new GZipStream(file, CompressionMode.Decompress, leaveOpen);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = Inflate(buffer);
        _count += read;
        if (read == 0 && buffer.Length > 0 && !_ended)
        {
            _ended = true;
            CheckWhole();
        }

        CheckLimits();
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static uint DeclaredLength(string path, FileStream file)
    {
        const int smallest = 18;
        if (file.Length < smallest)
        {
            throw Refusal.Truncated(path, "a gzip file has at least 18 bytes");
        }

        Span<byte> trailer = stackalloc byte[sizeof(uint)];
        file.Seek(-sizeof(uint), SeekOrigin.End);
        file.ReadExactly(trailer);
        file.Position = 0;
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    private int Inflate(Span<byte> buffer)
    {
        try
        {
            return _inner.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Refusal.Truncated(_path, "it cannot be unpacked as gzip", e);
        }
    }

    private void CheckWhole()
    {
        if (unchecked((uint)_count) != _declared)
        {
            throw Refusal.Of(
                _path,
                FormattableString.Invariant($"The gzip file is cut off, or made of several: it unpacks to {_count:N0} bytes where its end says {_declared:N0}."),
                "one complete gzip file",
                "copy it again; if it was joined from several, unpack it first");
        }
    }

    private void CheckLimits()
    {
        bool tooMuch = _count > Limits.InflatedBytes;
        bool tooDense = _count > Limits.InflateGraceBytes && _count > _file.Length * Limits.InflateRatio;
        if (tooMuch || tooDense)
        {
            throw Refusal.TooBig(
                _path,
                FormattableString.Invariant($"The gzip file of {_file.Length:N0} bytes unpacks to more than {_count:N0}."),
                FormattableString.Invariant($"at most {Limits.InflatedBytes:N0} bytes and {Limits.InflateRatio} times its size"));
        }
    }
}
