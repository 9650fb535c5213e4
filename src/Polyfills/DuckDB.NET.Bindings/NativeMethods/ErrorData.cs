using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Errors of calls that carry no text of their own.</summary>
    public static unsafe partial class ErrorData
    {
        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_error_data_error_type")]
        public static partial DuckDBErrorType DuckDBErrorDataErrorType(DuckDBErrorData errorData);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_error_data_has_error")]
        [return: MarshalAs(UnmanagedType.U1)]
        internal static partial bool DuckDBErrorDataHasError(DuckDBErrorData errorData);

        internal static string DuckDBErrorDataMessage(DuckDBErrorData errorData) => Utf8.Borrow(Message(errorData)) ?? string.Empty;

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_error_data")]
        internal static partial void DuckDBDestroyErrorData(ref IntPtr errorData);

        [LibraryImport(Library, EntryPoint = "duckdb_error_data_message")]
        private static partial byte* Message(DuckDBErrorData errorData);
    }
}
