using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A date and time to the microsecond in the engine's range, and its two infinities.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimestamp(DuckDBDateOnly date, DuckDBTimeOnly time)
{
    // One microsecond beyond either end of the engine's range: what its own conversion gives for an infinite timestamp.
    public static readonly DuckDBTimestamp PositiveInfinity = new(new(294247, 1, 10), new(4, 0, 54, 775807));
    public static readonly DuckDBTimestamp NegativeInfinity = new(new(-290308, 12, 21), new(23, 59, 59, 999999));

    public DuckDBDateOnly Date { get; } = date;

    public DuckDBTimeOnly Time { get; } = time;

    public bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;

    public bool IsPositiveInfinity => Is(PositiveInfinity);

    public bool IsNegativeInfinity => Is(NegativeInfinity);

    public static DuckDBTimestamp FromDateTime(DateTime dateTime) =>
        new(DuckDBDateOnly.FromDateTime(dateTime), DuckDBTimeOnly.FromTicks(dateTime.TimeOfDay.Ticks));

    public static DuckDBTimestamp FromDuckDBTimestampStruct(DuckDBTimestampStruct timestamp)
    {
        if (timestamp.IsInfinity)
        {
            return timestamp.IsPositiveInfinity ? PositiveInfinity : NegativeInfinity;
        }

        return NativeMethods.DateTimeHelpers.DuckDBFromTimestamp(timestamp);
    }

    /// <summary>Microseconds since 1970-01-01 00:00.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day in the calendar.</exception>
    /// <exception cref="OverflowException">The moment lies outside the engine's range.</exception>
    public DuckDBTimestampStruct ToDuckDBTimestampStruct()
    {
        if (IsInfinity)
        {
            return IsPositiveInfinity ? DuckDBTimestampStruct.PositiveInfinity : DuckDBTimestampStruct.NegativeInfinity;
        }

        const long MicrosecondsPerDay = TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond;
        return new DuckDBTimestampStruct
        {
            Micros = checked((Date.ToDuckDBDate().Days * MicrosecondsPerDay) + (Time.Ticks / TimeSpan.TicksPerMicrosecond)),
        };
    }

    public DateTime ToDateTime() => Date.ToDateTime().AddTicks(Time.Ticks);

    public static implicit operator DateTime(DuckDBTimestamp timestamp) => timestamp.ToDateTime();

    public static implicit operator DuckDBTimestamp(DateTime timestamp) => FromDateTime(timestamp);

    private bool Is(DuckDBTimestamp other) =>
        Date.Year == other.Date.Year && Date.Month == other.Date.Month && Date.Day == other.Date.Day
        && Time.Ticks == other.Time.Ticks;
}

/// <summary>
/// A timestamp as it lies in a column: microseconds since 1970-01-01 00:00 (seconds, milliseconds or nanoseconds in the
/// column types of that name), with the ends of the range as infinities.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimestampStruct
{
    public static readonly DuckDBTimestampStruct PositiveInfinity = new() { Micros = long.MaxValue };
    public static readonly DuckDBTimestampStruct NegativeInfinity = new() { Micros = -long.MaxValue };

    public long Micros { get; set; }

    public readonly bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;

    public readonly bool IsPositiveInfinity => Micros == long.MaxValue;

    public readonly bool IsNegativeInfinity => Micros == -long.MaxValue;
}
