using System.Numerics;
using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>A signed integer of 128 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBHugeInt
{
    public DuckDBHugeInt(ulong lower, long upper)
    {
        Lower = lower;
        Upper = upper;
    }

    public DuckDBHugeInt(BigInteger value)
    {
        if (value < HugeIntMinValue || value > HugeIntMaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"A HUGEINT lies between {HugeIntMinValue} and {HugeIntMaxValue}.");
        }

        var bits = unchecked((UInt128)(Int128)value);
        Lower = unchecked((ulong)bits);
        Upper = unchecked((long)(ulong)(bits >> 64));
    }

    public static BigInteger HugeIntMinValue { get; } = Int128.MinValue;

    public static BigInteger HugeIntMaxValue { get; } = Int128.MaxValue;

    public ulong Lower { get; }

    public long Upper { get; }

    public BigInteger ToBigInteger() => ToInt128();

    public Int128 ToInt128() => new(unchecked((ulong)Upper), Lower);
}

/// <summary>An unsigned integer of 128 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBUHugeInt
{
    public DuckDBUHugeInt(ulong lower, ulong upper)
    {
        Lower = lower;
        Upper = upper;
    }

    public DuckDBUHugeInt(BigInteger value)
    {
        if (value < HugeIntMinValue || value > HugeIntMaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"A UHUGEINT lies between {HugeIntMinValue} and {HugeIntMaxValue}.");
        }

        var bits = (UInt128)value;
        Lower = unchecked((ulong)bits);
        Upper = (ulong)(bits >> 64);
    }

    public static BigInteger HugeIntMinValue { get; } = BigInteger.Zero;

    public static BigInteger HugeIntMaxValue { get; } = UInt128.MaxValue;

    public ulong Lower { get; }

    public ulong Upper { get; }

    public BigInteger ToBigInteger() => ToUInt128();

    public UInt128 ToUInt128() => new(Upper, Lower);
}
