using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>The size of a batch, and memory the engine hands over.</summary>
    public static unsafe partial class Helpers
    {
        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_vector_size")]
        public static partial ulong DuckDBVectorSize();

        [LibraryImport(Library, EntryPoint = "duckdb_free")]
        internal static partial void DuckDBFree(IntPtr pointer);
    }
}
