using System.Runtime.InteropServices;
using Apache.Arrow.Types;

namespace Apache.Arrow;

/// <summary>A column of numbers, one beside the other.</summary>
public abstract class PrimitiveArray<T>(ArrayData data) : Array(data)
    where T : unmanaged
{
    /// <summary>All values; what stands where a value is null has no meaning.</summary>
    public ReadOnlySpan<T> Values => MemoryMarshal.Cast<byte, T>(Data.Buffers[1].Span).Slice(Offset, Length);

    public T? GetValue(int index) => IsValid(index) ? Values[index] : null;
}

public class Int8Array(ArrayData data) : PrimitiveArray<sbyte>(data);

public class UInt8Array(ArrayData data) : PrimitiveArray<byte>(data);

public class Int16Array(ArrayData data) : PrimitiveArray<short>(data);

public class UInt16Array(ArrayData data) : PrimitiveArray<ushort>(data);

public class Int32Array(ArrayData data) : PrimitiveArray<int>(data);

public class UInt32Array(ArrayData data) : PrimitiveArray<uint>(data);

public class Int64Array(ArrayData data) : PrimitiveArray<long>(data);

public class UInt64Array(ArrayData data) : PrimitiveArray<ulong>(data);

public class FloatArray(ArrayData data) : PrimitiveArray<float>(data);

public class DoubleArray(ArrayData data) : PrimitiveArray<double>(data);

/// <summary>Days since 1970-01-01.</summary>
public class Date32Array(ArrayData data) : PrimitiveArray<int>(data)
{
    public DateTime? GetDateTime(int index) => GetValue(index) is { } days ? DateTime.UnixEpoch.AddDays(days) : null;

    public DateOnly? GetDateOnly(int index) => GetDateTime(index) is { } day ? DateOnly.FromDateTime(day) : null;
}

public class Time64Array(ArrayData data) : PrimitiveArray<long>(data)
{
    public TimeOnly? GetTime(int index) => GetValue(index) is { } value
        ? new TimeOnly(Ticks.From(value, ((Time64Type)Data.DataType).Unit))
        : null;
}

public class TimestampArray(ArrayData data) : PrimitiveArray<long>(data)
{
    public DateTimeOffset? GetTimestamp(int index) => GetValue(index) is { } value
        ? DateTimeOffset.UnixEpoch.AddTicks(Ticks.From(value, ((TimestampType)Data.DataType).Unit))
        : null;
}

internal static class Ticks
{
    public static long From(long value, TimeUnit unit) => unit switch
    {
        TimeUnit.Second => value * TimeSpan.TicksPerSecond,
        TimeUnit.Millisecond => value * TimeSpan.TicksPerMillisecond,
        TimeUnit.Microsecond => value * TimeSpan.TicksPerMicrosecond,
        _ => value / TimeSpan.NanosecondsPerTick,
    };
}

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
