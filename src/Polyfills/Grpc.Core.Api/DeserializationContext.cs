using System.Buffers;

namespace Grpc.Core;

public abstract class DeserializationContext
{
    private const string Unsupported = "This deserialization context does not support the operation.";

    public abstract int PayloadLength { get; }

    public virtual byte[] PayloadAsNewBuffer() => throw new NotSupportedException(Unsupported);

    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotSupportedException(Unsupported);
}
