using Apache.Arrow.Types;

namespace Apache.Arrow;

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
