using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>
/// A string or blob as it lies in a column: up to twelve bytes in place, else a prefix and a pointer. The names inside
/// are those the ADO.NET layer refers to.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBString
{
    private const int LongestInPlace = 12;

    public _value_e__Union value;

    /// <summary>Length in bytes.</summary>
    public readonly int Length => (int)value.inlined.length;

    /// <summary>The first byte. Valid while the structure stays where it is, which in a vector's memory it does.</summary>
    public readonly unsafe sbyte* Data
    {
        get
        {
            if (Length > LongestInPlace)
            {
                return value.pointer.ptr;
            }

            fixed (sbyte* first = value.inlined.inlined)
            {
                return first;
            }
        }
    }

    [StructLayout(LayoutKind.Explicit)]
    public struct _value_e__Union
    {
        [FieldOffset(0)]
        public DuckDBStringPointer pointer;

        [FieldOffset(0)]
        public DuckDBStringInlined inlined;

        public unsafe struct DuckDBStringPointer
        {
            public uint length;
            public fixed sbyte prefix[4];
            public sbyte* ptr;
        }

        public unsafe struct DuckDBStringInlined
        {
            public uint length;
            public fixed sbyte inlined[LongestInPlace];
        }
    }
}
