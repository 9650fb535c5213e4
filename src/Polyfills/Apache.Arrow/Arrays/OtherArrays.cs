using System.Runtime.InteropServices;
using System.Text;

namespace Apache.Arrow;

/// <summary>A column of byte strings: where each begins, and all of them in a row.</summary>
public class BinaryArray(ArrayData data) : Array(data)
{
    private ReadOnlySpan<int> Offsets => MemoryMarshal.Cast<byte, int>(Data.Buffers[1].Span).Slice(Offset, Length + 1);

    /// <summary>The bytes; empty where the value is null.</summary>
    public ReadOnlySpan<byte> GetBytes(int index) =>
        IsValid(index) ? Data.Buffers[2].Span[Offsets[index]..Offsets[index + 1]] : [];
}

public class StringArray(ArrayData data) : BinaryArray(data)
{
    public string? GetString(int index, Encoding? encoding = null) =>
        IsNull(index) ? null : (encoding ?? Encoding.UTF8).GetString(GetBytes(index));
}

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

public class NullArray(ArrayData data) : Array(data)
{
    public override bool IsValid(int index) => false;
}

public class BooleanArray(ArrayData data) : Array(data)
{
    public bool? GetValue(int index) => IsValid(index) ? Bit(Data.Buffers[1].Span, Offset + index) : null;
}
