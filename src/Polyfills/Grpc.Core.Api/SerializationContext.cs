using System.Buffers;

namespace Grpc.Core;

public abstract class SerializationContext
{
    private const string Unsupported = "This serialization context does not support the operation.";

    public virtual void Complete(byte[] payload) => throw new NotSupportedException(Unsupported);

    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException(Unsupported);

    public virtual void SetPayloadLength(int payloadLength)
    {
        // A hint; a context may ignore it.
    }

    public virtual void Complete() => throw new NotSupportedException(Unsupported);
}
