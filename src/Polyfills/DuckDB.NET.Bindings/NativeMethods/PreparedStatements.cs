using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Binding parameters and executing.</summary>
    public static unsafe partial class PreparedStatements
    {
        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_nparams")]
        public static partial long DuckDBParams(DuckDBPreparedStatement preparedStatement);

        [LibraryImport(Library, EntryPoint = "duckdb_param_logical_type")]
        public static partial DuckDBLogicalType DuckDBParamLogicalType(DuckDBPreparedStatement preparedStatement, long index);

        public static DuckDBState DuckDBBindParameterIndex(DuckDBPreparedStatement preparedStatement, out int index, string name)
        {
            // The engine writes eight bytes; a pointer to the caller's four would run over what lies behind them.
            var state = BindParameterIndex(preparedStatement, out var wide, name);
            index = state.IsSuccess() ? checked((int)wide) : 0;
            return state;
        }

        [LibraryImport(Library, EntryPoint = "duckdb_bind_value")]
        public static partial DuckDBState DuckDBBindValue(DuckDBPreparedStatement preparedStatement, long index, DuckDBValue value);

        [LibraryImport(Library, EntryPoint = "duckdb_execute_prepared")]
        public static partial DuckDBState DuckDBExecutePrepared(DuckDBPreparedStatement preparedStatement, out DuckDBResult result);

        [LibraryImport(Library, EntryPoint = "duckdb_execute_prepared_streaming")]
        public static partial DuckDBState DuckDBExecutePreparedStreaming(DuckDBPreparedStatement preparedStatement, out DuckDBResult result);

        public static string? DuckDBPrepareError(DuckDBPreparedStatement preparedStatement) => Utf8.Borrow(PrepareError(preparedStatement));

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_prepare")]
        internal static partial void DuckDBDestroyPrepare(ref IntPtr preparedStatement);

        [LibraryImport(Library, EntryPoint = "duckdb_bind_parameter_index", StringMarshalling = StringMarshalling.Utf8)]
        private static partial DuckDBState BindParameterIndex(DuckDBPreparedStatement preparedStatement, out ulong index, string name);

        [LibraryImport(Library, EntryPoint = "duckdb_prepare_error")]
        private static partial byte* PrepareError(DuckDBPreparedStatement preparedStatement);
    }
}
