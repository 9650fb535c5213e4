using System.Buffers;
using System.Buffers.Text;
using Grpc.Core;

namespace Complaints.Service.Grpc.Web;

// Decodes a body of base64 as it arrives. A body may be several base64 texts end to end, each with its own padding.
internal sealed class Base64ReadStream(Stream inner) : ReadOnlyStream
{
    private const int BufferBytes = 16 * 1024;
    private const int Quantum = 4;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly byte[] _decoded = new byte[BufferBytes / Quantum * 3];
    private int _encoded;
    private int _decodedFrom;
    private int _decodedTo;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_decodedFrom == _decodedTo && buffer.Length > 0)
        {
            if (!await FillAsync(cancellationToken))
            {
                return 0;
            }
        }

        int count = Math.Min(buffer.Length, _decodedTo - _decodedFrom);
        _decoded.AsMemory(_decodedFrom, count).CopyTo(buffer);
        _decodedFrom += count;
        return count;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        int read = await inner.ReadAsync(_buffer.AsMemory(_encoded, BufferBytes - _encoded), cancellationToken);
        if (read == 0)
        {
            return _encoded > 0
                ? throw Refusal("ends inside a group of four base64 characters")
                : false;
        }

        _encoded += read;
        Decode();
        return true;
    }

    private void Decode()
    {
        int whole = _encoded / Quantum * Quantum;
        int from = 0;
        _decodedFrom = _decodedTo = 0;
        while (from < whole)
        {
            // Up to and with the first padded group: the decoder takes padding at the end alone.
            int padding = _buffer.AsSpan(from, whole - from).IndexOf((byte)'=');
            int length = padding < 0 ? whole - from : (padding / Quantum * Quantum) + Quantum;
            OperationStatus status = Base64.DecodeFromUtf8(
                _buffer.AsSpan(from, length), _decoded.AsSpan(_decodedTo), out int consumed, out int written);
            if (status != OperationStatus.Done || consumed != length)
            {
                throw Refusal("is not base64");
            }

            from += length;
            _decodedTo += written;
        }

        _buffer.AsSpan(whole, _encoded - whole).CopyTo(_buffer);
        _encoded -= whole;
    }

    private static RpcException Refusal(string what) => new(new Status(
        StatusCode.InvalidArgument,
        $"The body {what}, and its content type, {GrpcWebFormat.Text.ContentType}, says that it is base64. Send bare bytes as {GrpcWebFormat.Binary.ContentType}."));
}

// A stream that can only be read, forwards and asynchronously.
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();
}
