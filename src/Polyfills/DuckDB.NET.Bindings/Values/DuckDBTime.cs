using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A time of day as it lies in a column: microseconds since midnight.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTime
{
    public long Micros { get; set; }
}

/// <summary>A time of day with an offset as it lies in a column: both packed into one word.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTzStruct
{
    public ulong Bits { get; set; }
}

/// <summary>A time of day and its offset from UTC in seconds.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTz
{
    public DuckDBTimeOnly Time { get; set; }

    public int Offset { get; set; }
}

/// <summary>A time of day to the microsecond.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimeOnly(byte hour, byte min, byte sec, int microsecond)
{
    public DuckDBTimeOnly(byte hour, byte min, byte sec)
        : this(hour, min, sec, 0)
    {
    }

    public byte Hour { get; } = hour;

    public byte Min { get; } = min;

    public byte Sec { get; } = sec;

    public int Microsecond { get; } = microsecond;

    /// <summary>100-nanosecond ticks since midnight.</summary>
    public long Ticks =>
        (((((Hour * 60L) + Min) * 60) + Sec) * TimeSpan.TicksPerSecond) + (Microsecond * TimeSpan.TicksPerMicrosecond);

    public DateTime ToDateTime() => DateTime.MinValue.AddTicks(Ticks);

    internal static DuckDBTimeOnly FromTicks(long ticks)
    {
        var time = new TimeSpan(ticks);
        return new((byte)time.Hours, (byte)time.Minutes, (byte)time.Seconds, (time.Milliseconds * 1000) + time.Microseconds);
    }

    public static explicit operator DateTime(DuckDBTimeOnly time) => time.ToDateTime();

    public static explicit operator DuckDBTimeOnly(DateTime time) => FromTicks(time.TimeOfDay.Ticks);

    public static implicit operator TimeOnly(DuckDBTimeOnly time) => new(time.Ticks);

    public static implicit operator DuckDBTimeOnly(TimeOnly time) => FromTicks(time.Ticks);
}
