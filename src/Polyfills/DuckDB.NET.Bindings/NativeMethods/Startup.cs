using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Opening, connecting, interrupting.</summary>
    public static unsafe partial class Startup
    {
        public static DuckDBState DuckDBOpen(string? path, out DuckDBDatabase database, DuckDBConfig config, out string? error)
        {
            var state = Open(path, out database, config, out var message);
            error = Utf8.TakeOwned(message);
            return state;
        }

        [LibraryImport(Library, EntryPoint = "duckdb_connect")]
        public static partial DuckDBState DuckDBConnect(DuckDBDatabase database, out DuckDBNativeConnection connection);

        [LibraryImport(Library, EntryPoint = "duckdb_query_progress")]
        public static partial DuckDBQueryProgress DuckDBQueryProgress(DuckDBNativeConnection connection);

        [LibraryImport(Library, EntryPoint = "duckdb_connection_get_client_context")]
        public static partial void DuckDBConnectionGetClientContext(DuckDBNativeConnection connection, out DuckDBClientContext context);

        public static string DuckDBLibraryVersion() => Utf8.Borrow(LibraryVersion()) ?? string.Empty;

        [LibraryImport(Library, EntryPoint = "duckdb_close")]
        internal static partial void DuckDBClose(ref IntPtr database);

        [LibraryImport(Library, EntryPoint = "duckdb_disconnect")]
        internal static partial void DuckDBDisconnect(ref IntPtr connection);

        [LibraryImport(Library, EntryPoint = "duckdb_interrupt")]
        internal static partial void DuckDBInterrupt(DuckDBNativeConnection connection);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_client_context_get_connection_id")]
        internal static partial ulong DuckDBClientContextGetConnectionId(DuckDBClientContext context);

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_client_context")]
        internal static partial void DuckDBDestroyClientContext(ref IntPtr context);

        [LibraryImport(Library, EntryPoint = "duckdb_open_ext", StringMarshalling = StringMarshalling.Utf8)]
        private static partial DuckDBState Open(string? path, out DuckDBDatabase database, DuckDBConfig config, out byte* error);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_library_version")]
        private static partial byte* LibraryVersion();
    }

    /// <summary>Options a database is opened with.</summary>
    public static unsafe partial class Configuration
    {
        [LibraryImport(Library, EntryPoint = "duckdb_create_config")]
        public static partial DuckDBState DuckDBCreateConfig(out DuckDBConfig config);

        [LibraryImport(Library, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)]
        public static partial DuckDBState DuckDBSetConfig(DuckDBConfig config, string name, string option);

        public static int DuckDBConfigCount() => checked((int)ConfigCount());

        public static DuckDBState DuckDBGetConfigFlag(int index, out string name, out string description)
        {
            var state = GetConfigFlag((nuint)index, out var nativeName, out var nativeDescription);
            name = Utf8.Borrow(nativeName) ?? string.Empty;
            description = Utf8.Borrow(nativeDescription) ?? string.Empty;
            return state;
        }

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_config")]
        internal static partial void DuckDBDestroyConfig(ref IntPtr config);

        [LibraryImport(Library, EntryPoint = "duckdb_config_count")]
        private static partial nuint ConfigCount();

        [LibraryImport(Library, EntryPoint = "duckdb_get_config_flag")]
        private static partial DuckDBState GetConfigFlag(nuint index, out byte* name, out byte* description);
    }

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
