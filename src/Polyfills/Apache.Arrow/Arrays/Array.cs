namespace Apache.Arrow;

public interface IArrowArray : IDisposable
{
    int Length { get; }

    int Offset { get; }

    int NullCount { get; }

    ArrayData Data { get; }

    bool IsNull(int index);

    bool IsValid(int index);
}

public abstract class Array(ArrayData data) : IArrowArray
{
    private int nullCount = data.NullCount;

    public ArrayData Data { get; } = data;

    public int Length => Data.Length;

    public int Offset => Data.Offset;

    public int NullCount => nullCount >= 0 ? nullCount : nullCount = CountNulls();

    public virtual bool IsValid(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
        return Data.Buffers[0].IsEmpty || Bit(Data.Buffers[0].Span, Offset + index);
    }

    public bool IsNull(int index) => !IsValid(index);

    /// <summary>Nothing: the memory belongs to the batch.</summary>
    public void Dispose() => GC.SuppressFinalize(this);

    private protected static bool Bit(ReadOnlySpan<byte> bits, int index) => (bits[index / 8] & (1 << (index % 8))) != 0;

    private int CountNulls() => Enumerable.Range(0, Length).Count(IsNull);
}
