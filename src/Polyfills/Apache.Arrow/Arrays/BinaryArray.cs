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
