namespace Apache.Arrow;

/// <summary>A run of bytes: one of the parts of a column.</summary>
public readonly struct ArrowBuffer(ReadOnlyMemory<byte> data)
{
    public static ArrowBuffer Empty => new(ReadOnlyMemory<byte>.Empty);

    public ReadOnlyMemory<byte> Memory { get; } = data;

    public ReadOnlySpan<byte> Span => Memory.Span;

    public int Length => Memory.Length;

    public bool IsEmpty => Memory.IsEmpty;
}
