using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Batches of a result by their number.</summary>
    public static unsafe partial class Types
    {
        [LibraryImport(Library, EntryPoint = "duckdb_result_get_chunk")]
        public static partial DuckDBDataChunk DuckDBResultGetChunk(DuckDBResult result, long chunkIndex);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_result_is_streaming")]
        public static partial byte DuckDBResultIsStreaming(DuckDBResult result);
    }
}
