using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A date as it lies in a column: days since 1970-01-01, with the ends of the range as infinities.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBDate
{
    public static readonly DuckDBDate PositiveInfinity = new() { Days = int.MaxValue };
    public static readonly DuckDBDate NegativeInfinity = new() { Days = -int.MaxValue };

    public int Days { get; set; }

    public readonly bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;

    public readonly bool IsPositiveInfinity => Days == int.MaxValue;

    public readonly bool IsNegativeInfinity => Days == -int.MaxValue;
}
