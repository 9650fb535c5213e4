using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Schemas and batches through the Arrow C data interface.</summary>
    public static unsafe partial class Arrow
    {
        [LibraryImport(Library, EntryPoint = "duckdb_result_get_arrow_options")]
        public static partial DuckDBArrowOptions DuckDBResultGetArrowOptions(ref DuckDBResult result);

        [LibraryImport(Library, EntryPoint = "duckdb_to_arrow_schema")]
        public static partial DuckDBErrorData DuckDBToArrowSchema(DuckDBArrowOptions options, IntPtr types, IntPtr names, ulong columnCount, IntPtr schema);

        [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_to_arrow")]
        public static partial DuckDBErrorData DuckDBDataChunkToArrow(DuckDBArrowOptions options, DuckDBDataChunk chunk, IntPtr array);

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_arrow_options")]
        internal static partial void DuckDBDestroyArrowOptions(ref IntPtr options);
    }
}
