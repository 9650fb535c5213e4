using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
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
}
