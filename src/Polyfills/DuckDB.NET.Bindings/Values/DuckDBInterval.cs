using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>
/// A span of months, days and microseconds, which do not turn into one another. The microseconds are signed in the
/// engine; the property has their bits.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBInterval(int months, int days, ulong micros)
{
    public int Months { get; } = months;

    public int Days { get; } = days;

    public ulong Micros { get; } = micros;

    /// <summary>The interval as a length of time, a day being 24 hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval has months, which have no length, or is too long.</exception>
    public static explicit operator TimeSpan(DuckDBInterval interval) =>
        interval.TryConvert(out var span)
            ? span.Value
            : throw new ArgumentOutOfRangeException(
                nameof(interval),
                $"An interval of {interval.Months} months, {interval.Days} days and {unchecked((long)interval.Micros)} microseconds is not a {nameof(TimeSpan)}: it must have no months and fit the type.");

    public static implicit operator DuckDBInterval(TimeSpan span) =>
        new(0, span.Days, unchecked((ulong)((span.Ticks - (span.Days * TimeSpan.TicksPerDay)) / TimeSpan.TicksPerMicrosecond)));

    public bool TryConvert([NotNullWhen(true)] out TimeSpan? timeSpan)
    {
        var ticks = ((Int128)Days * TimeSpan.TicksPerDay) + ((Int128)unchecked((long)Micros) * TimeSpan.TicksPerMicrosecond);
        timeSpan = Months == 0 && ticks >= long.MinValue && ticks <= long.MaxValue ? new TimeSpan((long)ticks) : null;
        return timeSpan.HasValue;
    }
}
