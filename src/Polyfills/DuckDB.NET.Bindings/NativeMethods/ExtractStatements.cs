using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
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
}
