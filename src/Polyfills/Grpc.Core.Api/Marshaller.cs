using System.Buffers;
using System.Text;

namespace Grpc.Core;

public class Marshaller<T>
{
    public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        Serializer = serializer;
        Deserializer = deserializer;
        ContextualSerializer = (message, context) => context.Complete(serializer(message));
        ContextualDeserializer = context => deserializer(context.PayloadAsNewBuffer());
    }

    public Marshaller(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        ContextualSerializer = serializer;
        ContextualDeserializer = deserializer;

        // Client and server use the contextual pair alone.
        Serializer = _ => throw new NotSupportedException("This marshaller needs a serialization context.");
        Deserializer = _ => throw new NotSupportedException("This marshaller needs a deserialization context.");
    }

    public Func<T, byte[]> Serializer { get; }

    public Func<byte[], T> Deserializer { get; }

    public Action<T, SerializationContext> ContextualSerializer { get; }

    public Func<DeserializationContext, T> ContextualDeserializer { get; }
}

public static class Marshallers
{
    public static Marshaller<string> StringMarshaller => Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    public static Marshaller<T> Create<T>(Func<T, byte[]> serializer, Func<byte[], T> deserializer) =>
        new(serializer, deserializer);

    public static Marshaller<T> Create<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer) =>
        new(serializer, deserializer);
}

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

public abstract class DeserializationContext
{
    private const string Unsupported = "This deserialization context does not support the operation.";

    public abstract int PayloadLength { get; }

    public virtual byte[] PayloadAsNewBuffer() => throw new NotSupportedException(Unsupported);

    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotSupportedException(Unsupported);
}
