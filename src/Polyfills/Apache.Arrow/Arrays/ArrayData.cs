using Apache.Arrow.Types;

namespace Apache.Arrow;

/// <summary>What every column is made of: a bitmap of what is there, then the buffers that its type wants.</summary>
public sealed class ArrayData(
    IArrowType dataType, int length, int nullCount, int offset, IEnumerable<ArrowBuffer> buffers, IEnumerable<ArrayData>? children = null)
{
    public IArrowType DataType { get; } = dataType;

    public int Length { get; } = length;

    /// <summary>How many values are null; −1 where nobody counted.</summary>
    public int NullCount { get; } = nullCount;

    public int Offset { get; } = offset;

    public ArrowBuffer[] Buffers { get; } = [.. buffers];

    public ArrayData[] Children { get; } = [.. children ?? []];
}
