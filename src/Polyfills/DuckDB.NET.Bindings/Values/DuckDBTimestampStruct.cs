using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

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
