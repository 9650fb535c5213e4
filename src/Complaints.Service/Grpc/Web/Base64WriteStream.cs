using System.Buffers;
using System.Buffers.Text;

namespace Complaints.Service.Grpc.Web;

// Encodes a body as base64 as it is written. A flush ends a base64 text with its padding, so that the caller can decode
// all that it has received: a message must not wait for the next one.
internal sealed class Base64WriteStream(Stream inner) : Stream
{
    private const int ChunkBytes = 12 * 1024;
    private const int Group = 3;

    // Bytes of a group not yet whole.
    private readonly byte[] _rest = new byte[Group];
    private int _restLength;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_restLength > 0)
        {
            int missing = Math.Min(Group - _restLength, buffer.Length);
            buffer[..missing].CopyTo(_rest.AsMemory(_restLength));
            _restLength += missing;
            buffer = buffer[missing..];
            if (_restLength < Group)
            {
                return;
            }

            await EncodeAsync(_rest, cancellationToken);
            _restLength = 0;
        }

        int whole = buffer.Length / Group * Group;
        for (int from = 0; from < whole; from += ChunkBytes)
        {
            await EncodeAsync(buffer[from..Math.Min(from + ChunkBytes, whole)], cancellationToken);
        }

        buffer[whole..].CopyTo(_rest);
        _restLength = buffer.Length - whole;
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_restLength > 0)
        {
            await EncodeAsync(_rest.AsMemory(0, _restLength), cancellationToken);
            _restLength = 0;
        }

        await inner.FlushAsync(cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask EncodeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        byte[] text = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        try
        {
            Base64.EncodeToUtf8(bytes.Span, text, out _, out int written);
            await inner.WriteAsync(text.AsMemory(0, written), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
        }
    }
}
