using System.Runtime.InteropServices;

namespace Apache.Arrow;

/// <summary>A column of lists: where each begins, and all items in one array.</summary>
public class ListArray(ArrayData data) : Array(data)
{
    public IArrowArray Values { get; } = ArrowArrayFactory.BuildArray(data.Children[0]);

    public ReadOnlySpan<int> ValueOffsets => MemoryMarshal.Cast<byte, int>(Data.Buffers[1].Span).Slice(Offset, Length + 1);

    public int GetValueLength(int index) => IsNull(index) ? 0 : ValueOffsets[index + 1] - ValueOffsets[index];
}

/// <summary>A column of structures: a column for each field.</summary>
public class StructArray(ArrayData data) : Array(data)
{
    public IReadOnlyList<IArrowArray> Fields { get; } = [.. data.Children.Select(ArrowArrayFactory.BuildArray)];
}
