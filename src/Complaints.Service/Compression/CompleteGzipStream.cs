using System.IO.Compression;

namespace Complaints.Service.Compression;

/// <summary>A gzip stream that ends as a whole member, whatever was written to it.</summary>
internal sealed class CompleteGzipStream(Stream target, CompressionLevel level) : Stream
{
    private readonly GZipStream _gzip = new(target, level, leaveOpen: true);
    private bool _anything;
    private bool _disposed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // RFC 1952: a header, an empty final block, the checksum and the length of nothing.
    private static ReadOnlySpan<byte> EmptyMember =>
        [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _anything |= !buffer.IsEmpty;
        _gzip.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => _gzip.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _gzip.Dispose();
            if (!_anything)
            {
                target.Write(EmptyMember);
            }
        }

        base.Dispose(disposing);
    }
}
