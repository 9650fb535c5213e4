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

    /// <summary>Splitting an SQL text into statements.</summary>
    public static unsafe partial class ExtractStatements
    {
        public static int DuckDBExtractStatements(DuckDBNativeConnection connection, string query, out DuckDBExtractedStatements extractedStatements)
        {
            // The API reads up to the first NUL: the rest of the text would be dropped without a word.
            if (query.Contains('\0', StringComparison.Ordinal))
            {
                throw new ArgumentException("An SQL text cannot contain a NUL character; pass it as a parameter.", nameof(query));
            }

            return checked((int)Extract(connection, query, out extractedStatements));
        }

        [LibraryImport(Library, EntryPoint = "duckdb_prepare_extracted_statement")]
        public static partial DuckDBState DuckDBPrepareExtractedStatement(DuckDBNativeConnection connection, DuckDBExtractedStatements extractedStatements, long index, out DuckDBPreparedStatement preparedStatement);

        public static string? DuckDBExtractStatementsError(DuckDBExtractedStatements extractedStatements) => Utf8.Borrow(Error(extractedStatements));

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_extracted")]
        internal static partial void DuckDBDestroyExtracted(ref IntPtr extractedStatements);

        [LibraryImport(Library, EntryPoint = "duckdb_extract_statements", StringMarshalling = StringMarshalling.Utf8)]
        private static partial ulong Extract(DuckDBNativeConnection connection, string query, out DuckDBExtractedStatements extractedStatements);

        [LibraryImport(Library, EntryPoint = "duckdb_extract_statements_error")]
        private static partial byte* Error(DuckDBExtractedStatements extractedStatements);
    }

    /// <summary>Rows fetched while the query is still running.</summary>
    public static unsafe partial class StreamingResult
    {
        [LibraryImport(Library, EntryPoint = "duckdb_stream_fetch_chunk")]
        public static partial DuckDBDataChunk DuckDBStreamFetchChunk(DuckDBResult result);
    }

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
