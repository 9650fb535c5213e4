using System.Runtime.InteropServices;
using Apache.Arrow.Types;

namespace Apache.Arrow;

public class Decimal128Array(ArrayData data) : Array(data)
{
    public int Scale => ((Decimal128Type)Data.DataType).Scale;

    public int Precision => ((Decimal128Type)Data.DataType).Precision;

    /// <exception cref="OverflowException">The value has more digits than a <see cref="decimal"/> holds.</exception>
    public decimal? GetValue(int index)
    {
        if (IsNull(index))
        {
            return null;
        }

        var unscaled = MemoryMarshal.Cast<byte, Int128>(Data.Buffers[1].Span)[Offset + index];
        var magnitude = (UInt128)(unscaled < 0 ? -unscaled : unscaled);
        var high = (uint)(magnitude >> 64);
        var low = unchecked((ulong)magnitude);
        return new decimal(unchecked((int)low), unchecked((int)(low >> 32)), unchecked((int)high), unscaled < 0, (byte)Scale);
    }
}
