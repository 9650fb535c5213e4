using System.Runtime.InteropServices;

namespace Apache.Arrow;

/// <summary>A column of numbers, one beside the other.</summary>
public abstract class PrimitiveArray<T>(ArrayData data) : Array(data)
    where T : unmanaged
{
    /// <summary>All values; what stands where a value is null has no meaning.</summary>
    public ReadOnlySpan<T> Values => MemoryMarshal.Cast<byte, T>(Data.Buffers[1].Span).Slice(Offset, Length);

    public T? GetValue(int index) => IsValid(index) ? Values[index] : null;
}
