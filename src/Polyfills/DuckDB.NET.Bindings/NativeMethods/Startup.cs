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
}
