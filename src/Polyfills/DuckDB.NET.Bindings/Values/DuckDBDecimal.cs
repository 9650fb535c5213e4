using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A decimal: <paramref name="width"/> digits in all, <paramref name="scale"/> of them after the point.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDecimal(byte width, byte scale, DuckDBHugeInt value)
{
    public byte Width { get; } = width;

    public byte Scale { get; } = scale;

    public DuckDBHugeInt Value { get; } = value;
}

/// <summary>An integer of any size: its magnitude in bytes, most significant first, and its sign.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBBignum(IntPtr data, ulong size, byte isNegative)
{
    public IntPtr Data { get; } = data;

    public ulong Size { get; } = size;

    public byte IsNegative { get; } = isNegative;
}

/// <summary>Where the items of one row of a list column lie in its child vector.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBListEntry(ulong offset, ulong length)
{
    public ulong Offset { get; } = offset;

    public ulong Length { get; } = length;
}

/// <summary>How far the running query is: a percentage, or −1 where the engine cannot say.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBQueryProgress
{
    public double Percentage { get; }

    public ulong RowsProcessed { get; }

    public ulong TotalRowsToProcess { get; }
}
