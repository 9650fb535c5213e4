using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Calendar parts of dates, times and timestamps.</summary>
    public static unsafe partial class DateTimeHelpers
    {
        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_from_time")]
        public static partial DuckDBTimeOnly DuckDBFromTime(DuckDBTime time);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_to_time")]
        public static partial DuckDBTime DuckDBToTime(DuckDBTimeOnly time);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_from_time_tz")]
        public static partial DuckDBTimeTz DuckDBFromTimeTz(DuckDBTimeTzStruct time);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_from_date")]
        internal static partial DuckDBDateOnly DuckDBFromDate(DuckDBDate date);

        [LibraryImport(Library, EntryPoint = "duckdb_to_date")]
        internal static partial DuckDBDate DuckDBToDate(DuckDBDateOnly date);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_from_timestamp")]
        internal static partial DuckDBTimestamp DuckDBFromTimestamp(DuckDBTimestampStruct timestamp);
    }
}
