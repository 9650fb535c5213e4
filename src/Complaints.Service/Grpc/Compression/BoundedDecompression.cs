using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Complaints.Service.Grpc.Compression;

// The server bounds a message as it arrives, not as it unpacks: four mebibytes of gzip can be four gibibytes of zeros.
internal sealed class BoundedDecompression(ICompressionProvider inner, int limitBytes) : ICompressionProvider
{
    public string EncodingName => inner.EncodingName;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        inner.CreateCompressionStream(stream, compressionLevel);

    public Stream CreateDecompressionStream(Stream stream) =>
        new BoundedReadStream(inner.CreateDecompressionStream(stream), EncodingName, limitBytes);
}

// Reads on until the limit, and then refuses the call; refuses it too where the bytes are not what they say.
internal sealed class BoundedReadStream(Stream inner, string encoding, int limitBytes) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = inner.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw new RpcException(new Status(
                StatusCode.Internal, $"The message is marked as {encoding}, and its bytes are not {encoding}.", e));
        }

        _read += count;
        return _read <= limitBytes
            ? count
            : throw new RpcException(new Status(
                StatusCode.ResourceExhausted,
                $"The message unpacks to more than {limitBytes} bytes, the most that is received. Send it in parts."));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
