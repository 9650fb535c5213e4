using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Values on the way out: arguments of functions.</summary>
    public static unsafe partial class Value
    {
        /// <summary>The type of a value. The engine keeps the type with the value, so there is nothing to release.</summary>
        internal static DuckDBType DuckDBGetValueTypeId(DuckDBValue value) => TypeId(ValueType(value));

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_is_null_value")]
        [return: MarshalAs(UnmanagedType.U1)]
        internal static partial bool DuckDBIsNullValue(DuckDBValue value);

        internal static string DuckDBGetVarchar(DuckDBValue value) => Utf8.TakeOwned(GetVarchar(value)) ?? string.Empty;

        [LibraryImport(Library, EntryPoint = "duckdb_get_bool")]
        [return: MarshalAs(UnmanagedType.U1)]
        internal static partial bool DuckDBGetBool(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_int64")]
        internal static partial long DuckDBGetInt64(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_uint64")]
        internal static partial ulong DuckDBGetUInt64(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_hugeint")]
        internal static partial DuckDBHugeInt DuckDBGetHugeInt(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_uhugeint")]
        internal static partial DuckDBUHugeInt DuckDBGetUHugeInt(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_float")]
        internal static partial float DuckDBGetFloat(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_double")]
        internal static partial double DuckDBGetDouble(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_date")]
        internal static partial DuckDBDate DuckDBGetDate(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_time")]
        internal static partial DuckDBTime DuckDBGetTime(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_time_tz")]
        internal static partial DuckDBTimeTzStruct DuckDBGetTimeTz(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_timestamp")]
        internal static partial DuckDBTimestampStruct DuckDBGetTimestamp(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_timestamp_s")]
        internal static partial DuckDBTimestampStruct DuckDBGetTimestampS(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_timestamp_ms")]
        internal static partial DuckDBTimestampStruct DuckDBGetTimestampMs(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_timestamp_ns")]
        internal static partial DuckDBTimestampStruct DuckDBGetTimestampNs(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_interval")]
        internal static partial DuckDBInterval DuckDBGetInterval(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_value")]
        internal static partial void DuckDBDestroyValue(ref IntPtr value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_varchar")]
        private static partial byte* GetVarchar(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_value_type")]
        private static partial IntPtr ValueType(DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_get_type_id")]
        private static partial DuckDBType TypeId(IntPtr type);
    }
}
