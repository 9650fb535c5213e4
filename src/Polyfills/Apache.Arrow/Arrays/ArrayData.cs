using Apache.Arrow.Types;

namespace Apache.Arrow;

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
