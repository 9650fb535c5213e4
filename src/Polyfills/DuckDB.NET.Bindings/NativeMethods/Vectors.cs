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

    /// <summary>The columns of a batch.</summary>
    public static unsafe partial class Vectors
    {
        [LibraryImport(Library, EntryPoint = "duckdb_vector_get_column_type")]
        public static partial DuckDBLogicalType DuckDBVectorGetColumnType(IntPtr vector);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_vector_get_data")]
        public static partial void* DuckDBVectorGetData(IntPtr vector);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_vector_get_validity")]
        public static partial ulong* DuckDBVectorGetValidity(IntPtr vector);

        [LibraryImport(Library, EntryPoint = "duckdb_vector_ensure_validity_writable")]
        public static partial void DuckDBVectorEnsureValidityWritable(IntPtr vector);

        [LibraryImport(Library, EntryPoint = "duckdb_vector_assign_string_element_len")]
        public static partial void DuckDBVectorAssignStringElementLength(IntPtr vector, ulong index, byte* text, long length);

        [LibraryImport(Library, EntryPoint = "duckdb_unsafe_vector_assign_string_element_len")]
        public static partial void DuckDBUnsafeVectorAssignStringElementLength(IntPtr vector, ulong index, byte* text, long length);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_list_vector_get_child")]
        public static partial IntPtr DuckDBListVectorGetChild(IntPtr vector);

        [LibraryImport(Library, EntryPoint = "duckdb_list_vector_reserve")]
        public static partial DuckDBState DuckDBListVectorReserve(IntPtr vector, ulong requiredCapacity);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_list_vector_set_size")]
        public static partial DuckDBState DuckDBListVectorSetSize(IntPtr vector, ulong size);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_struct_vector_get_child")]
        public static partial IntPtr DuckDBStructVectorGetChild(IntPtr vector, long index);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_array_vector_get_child")]
        public static partial IntPtr DuckDBArrayVectorGetChild(IntPtr vector);
    }

    /// <summary>Bulk writing to a table, a batch at a time.</summary>
    public static unsafe partial class Appender
    {
        [LibraryImport(Library, EntryPoint = "duckdb_appender_create_ext", StringMarshalling = StringMarshalling.Utf8)]
        public static partial DuckDBState DuckDBAppenderCreateExt(DuckDBNativeConnection connection, string? catalog, string? schema, string table, out DuckDBAppender appender);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_appender_column_count")]
        public static partial ulong DuckDBAppenderColumnCount(DuckDBAppender appender);

        [LibraryImport(Library, EntryPoint = "duckdb_appender_column_type")]
        public static partial DuckDBLogicalType DuckDBAppenderColumnType(DuckDBAppender appender, ulong index);

        [LibraryImport(Library, EntryPoint = "duckdb_append_data_chunk")]
        public static partial DuckDBState DuckDBAppendDataChunk(DuckDBAppender appender, DuckDBDataChunk chunk);

        public static DuckDBState DuckDBAppendDefaultToChunk(DuckDBAppender appender, DuckDBDataChunk chunk, int column, ulong row) =>
            AppendDefaultToChunk(appender, chunk, checked((ulong)column), row);

        [LibraryImport(Library, EntryPoint = "duckdb_appender_error_data")]
        public static partial DuckDBErrorData DuckDBAppenderErrorData(DuckDBAppender appender);

        [LibraryImport(Library, EntryPoint = "duckdb_appender_clear")]
        public static partial DuckDBState DuckDBAppenderClear(DuckDBAppender appender);

        [LibraryImport(Library, EntryPoint = "duckdb_appender_close")]
        public static partial DuckDBState DuckDBAppenderClose(DuckDBAppender appender);

        [LibraryImport(Library, EntryPoint = "duckdb_appender_destroy")]
        internal static partial DuckDBState DuckDBDestroyAppender(ref IntPtr appender);

        [LibraryImport(Library, EntryPoint = "duckdb_append_default_to_chunk")]
        private static partial DuckDBState AppendDefaultToChunk(DuckDBAppender appender, DuckDBDataChunk chunk, ulong column, ulong row);
    }
}
