using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>
/// A result as the C API hands it out: a structure of six words that the caller keeps and closes. Only the last word
/// has a meaning; the first five are the engine's deprecated fields.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBResult
{
    private readonly ulong columnCount;
    private readonly ulong rowCount;
    private readonly ulong rowsChanged;
    private readonly IntPtr columns;
    private readonly IntPtr errorMessage;
    private readonly IntPtr internalData;

    /// <summary>Releases the rows. A second call does nothing.</summary>
    public void Close() => NativeMethods.Query.DuckDBDestroyResult(ref this);
}
