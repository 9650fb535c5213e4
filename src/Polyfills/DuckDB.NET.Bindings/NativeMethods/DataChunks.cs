using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Batches of rows.</summary>
    public static unsafe partial class DataChunks
    {
        [LibraryImport(Library, EntryPoint = "duckdb_create_data_chunk")]
        public static partial DuckDBDataChunk DuckDBCreateDataChunk(IntPtr[] types, ulong count);

        [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_reset")]
        public static partial void DuckDBDataChunkReset(DuckDBDataChunk chunk);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_column_count")]
        public static partial long DuckDBDataChunkGetColumnCount(DuckDBDataChunk chunk);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_vector")]
        public static partial IntPtr DuckDBDataChunkGetVector(DuckDBDataChunk chunk, long columnIndex);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_size")]
        public static partial ulong DuckDBDataChunkGetSize(DuckDBDataChunk chunk);

        /// <summary>Sets the number of rows and returns it; the engine's function returns nothing.</summary>
        public static long DuckDBDataChunkSetSize(DuckDBDataChunk chunk, ulong size)
        {
            SetSize(chunk, size);
            return checked((long)size);
        }

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_data_chunk")]
        internal static partial void DuckDBDestroyDataChunk(ref IntPtr chunk);

        [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_set_size")]
        private static partial void SetSize(DuckDBDataChunk chunk, ulong size);
    }
}
