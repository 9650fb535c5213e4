using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>What a result is and the batches of its rows.</summary>
    public static unsafe partial class Query
    {
        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_column_count")]
        public static partial ulong DuckDBColumnCount(ref DuckDBResult result);

        public static string? DuckDBColumnName(ref DuckDBResult result, long column) => Utf8.Borrow(ColumnName(ref result, column));

        [LibraryImport(Library, EntryPoint = "duckdb_column_logical_type")]
        public static partial DuckDBLogicalType DuckDBColumnLogicalType(ref DuckDBResult result, long column);

        [LibraryImport(Library, EntryPoint = "duckdb_rows_changed")]
        public static partial long DuckDBRowsChanged(ref DuckDBResult result);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_result_return_type")]
        public static partial DuckDBResultType DuckDBResultReturnType(DuckDBResult result);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_result_error_type")]
        public static partial DuckDBErrorType DuckDBResultErrorType(ref DuckDBResult result);

        public static string? DuckDBResultError(ref DuckDBResult result) => Utf8.Borrow(ResultError(ref result));

        [LibraryImport(Library, EntryPoint = "duckdb_fetch_chunk")]
        public static partial DuckDBDataChunk DuckDBFetchChunk(DuckDBResult result);

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_result")]
        internal static partial void DuckDBDestroyResult(ref DuckDBResult result);

        [LibraryImport(Library, EntryPoint = "duckdb_column_name")]
        private static partial byte* ColumnName(ref DuckDBResult result, long column);

        [LibraryImport(Library, EntryPoint = "duckdb_result_error")]
        private static partial byte* ResultError(ref DuckDBResult result);
    }
}
