using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Functions of ours that SQL can call with values.</summary>
    public static unsafe partial class ScalarFunction
    {
        [LibraryImport(Library, EntryPoint = "duckdb_create_scalar_function")]
        public static partial IntPtr DuckDBCreateScalarFunction();

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_scalar_function")]
        public static partial void DuckDBDestroyScalarFunction(ref IntPtr function);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
        public static partial void DuckDBScalarFunctionSetName(IntPtr function, string name);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_varargs")]
        public static partial void DuckDBScalarFunctionSetVarargs(IntPtr function, DuckDBLogicalType type);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_special_handling")]
        public static partial void DuckDBScalarFunctionSetSpecialHandling(IntPtr function);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_volatile")]
        public static partial void DuckDBScalarFunctionSetVolatile(IntPtr function);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_add_parameter")]
        public static partial void DuckDBScalarFunctionAddParameter(IntPtr function, DuckDBLogicalType type);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_return_type")]
        public static partial void DuckDBScalarFunctionSetReturnType(IntPtr function, DuckDBLogicalType type);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_extra_info")]
        public static partial void DuckDBScalarFunctionSetExtraInfo(IntPtr function, IntPtr extraInfo, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_bind")]
        public static partial void DuckDBScalarFunctionSetBind(IntPtr function, delegate* unmanaged[Cdecl]<IntPtr, void> bind);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_bind_data")]
        public static partial void DuckDBScalarFunctionSetBindData(IntPtr info, IntPtr bindData, delegate* unmanaged[Cdecl]<IntPtr, void> destroy);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_bind_data_copy")]
        public static partial void DuckDBScalarFunctionSetBindDataCopy(IntPtr info, delegate* unmanaged[Cdecl]<IntPtr, IntPtr> copy);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_function")]
        public static partial void DuckDBScalarFunctionSetFunction(IntPtr function, delegate* unmanaged[Cdecl]<IntPtr, IntPtr, IntPtr, void> callback);

        [LibraryImport(Library, EntryPoint = "duckdb_register_scalar_function")]
        public static partial DuckDBState DuckDBRegisterScalarFunction(DuckDBNativeConnection connection, IntPtr function);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_get_extra_info")]
        public static partial IntPtr DuckDBScalarFunctionGetExtraInfo(IntPtr info);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_bind_get_extra_info")]
        public static partial IntPtr DuckDBScalarFunctionBindGetExtraInfo(IntPtr info);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_get_bind_data")]
        public static partial IntPtr DuckDBScalarFunctionGetBindData(IntPtr info);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_get_client_context")]
        public static partial void DuckDBScalarFunctionGetClientContext(IntPtr info, out DuckDBClientContext context);

        [LibraryImport(Library, EntryPoint = "duckdb_scalar_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
        public static partial void DuckDBScalarFunctionSetError(IntPtr info, string error);
    }
}
