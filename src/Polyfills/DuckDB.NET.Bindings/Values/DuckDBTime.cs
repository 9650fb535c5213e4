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
