using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Rows fetched while the query is still running.</summary>
    public static unsafe partial class StreamingResult
    {
        [LibraryImport(Library, EntryPoint = "duckdb_stream_fetch_chunk")]
        public static partial DuckDBDataChunk DuckDBStreamFetchChunk(DuckDBResult result);
    }
}
