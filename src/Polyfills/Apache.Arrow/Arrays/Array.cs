using Apache.Arrow.Types;

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

// Fields and not properties, as in the original: what is compiled over one runs over the other.
#pragma warning disable CA1051

/// <summary>What every column is made of: a bitmap of what is there, then the buffers that its type wants.</summary>
public sealed class ArrayData(
    IArrowType dataType, int length, int nullCount, int offset, IEnumerable<ArrowBuffer> buffers, IEnumerable<ArrayData>? children = null)
{
    public readonly IArrowType DataType = dataType;

    public readonly int Length = length;

    /// <summary>How many values are null; −1 where nobody counted.</summary>
    public int NullCount = nullCount;

    public readonly int Offset = offset;

    public readonly ArrowBuffer[] Buffers = [.. buffers];

    public readonly ArrayData[] Children = [.. children ?? []];
}

public static class ArrowArrayFactory
{
    /// <summary>The column of the class that goes with the type.</summary>
    public static IArrowArray BuildArray(ArrayData data) => data.DataType.TypeId switch
    {
        ArrowTypeId.Null => new NullArray(data),
        ArrowTypeId.Boolean => new BooleanArray(data),
        ArrowTypeId.Int8 => new Int8Array(data),
        ArrowTypeId.UInt8 => new UInt8Array(data),
        ArrowTypeId.Int16 => new Int16Array(data),
        ArrowTypeId.UInt16 => new UInt16Array(data),
        ArrowTypeId.Int32 => new Int32Array(data),
        ArrowTypeId.UInt32 => new UInt32Array(data),
        ArrowTypeId.Int64 => new Int64Array(data),
        ArrowTypeId.UInt64 => new UInt64Array(data),
        ArrowTypeId.Float => new FloatArray(data),
        ArrowTypeId.Double => new DoubleArray(data),
        ArrowTypeId.String => new StringArray(data),
        ArrowTypeId.Binary => new BinaryArray(data),
        ArrowTypeId.Date32 => new Date32Array(data),
        ArrowTypeId.Time64 => new Time64Array(data),
        ArrowTypeId.Timestamp => new TimestampArray(data),
        ArrowTypeId.Decimal128 => new Decimal128Array(data),
        ArrowTypeId.List => new ListArray(data),
        ArrowTypeId.Struct => new StructArray(data),
        _ => throw new NotSupportedException($"There is no array for the Arrow type {data.DataType.Name}."),
    };
}
