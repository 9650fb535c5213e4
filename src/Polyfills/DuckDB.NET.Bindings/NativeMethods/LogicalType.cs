using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Batches of a result by their number.</summary>
    public static unsafe partial class Types
    {
        [LibraryImport(Library, EntryPoint = "duckdb_result_get_chunk")]
        public static partial DuckDBDataChunk DuckDBResultGetChunk(DuckDBResult result, long chunkIndex);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_result_is_streaming")]
        public static partial byte DuckDBResultIsStreaming(DuckDBResult result);
    }

    /// <summary>Column types.</summary>
    public static unsafe partial class LogicalType
    {
        [LibraryImport(Library, EntryPoint = "duckdb_create_logical_type")]
        public static partial DuckDBLogicalType DuckDBCreateLogicalType(DuckDBType type);

        [LibraryImport(Library, EntryPoint = "duckdb_create_list_type")]
        public static partial DuckDBLogicalType DuckDBCreateListType(DuckDBLogicalType type);

        [LibraryImport(Library, EntryPoint = "duckdb_create_decimal_type")]
        public static partial DuckDBLogicalType DuckDBCreateDecimalType(byte width, byte scale);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_get_type_id")]
        public static partial DuckDBType DuckDBGetTypeId(DuckDBLogicalType type);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_decimal_width")]
        public static partial byte DuckDBDecimalWidth(DuckDBLogicalType type);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_decimal_scale")]
        public static partial byte DuckDBDecimalScale(DuckDBLogicalType type);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_decimal_internal_type")]
        public static partial DuckDBType DuckDBDecimalInternalType(DuckDBLogicalType type);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_enum_internal_type")]
        public static partial DuckDBType DuckDBEnumInternalType(DuckDBLogicalType type);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_enum_dictionary_size")]
        public static partial uint DuckDBEnumDictionarySize(DuckDBLogicalType type);

        public static string? DuckDBEnumDictionaryValue(DuckDBLogicalType type, long index) => Utf8.TakeOwned(EnumValue(type, index));

        [LibraryImport(Library, EntryPoint = "duckdb_list_type_child_type")]
        public static partial DuckDBLogicalType DuckDBListTypeChildType(DuckDBLogicalType type);

        [LibraryImport(Library, EntryPoint = "duckdb_array_type_child_type")]
        public static partial DuckDBLogicalType DuckDBArrayTypeChildType(DuckDBLogicalType type);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_array_type_array_size")]
        public static partial long DuckDBArrayVectorGetSize(DuckDBLogicalType type);

        [LibraryImport(Library, EntryPoint = "duckdb_map_type_key_type")]
        public static partial DuckDBLogicalType DuckDBMapTypeKeyType(DuckDBLogicalType type);

        [LibraryImport(Library, EntryPoint = "duckdb_map_type_value_type")]
        public static partial DuckDBLogicalType DuckDBMapTypeValueType(DuckDBLogicalType type);

        [SuppressGCTransition]
        [LibraryImport(Library, EntryPoint = "duckdb_struct_type_child_count")]
        public static partial long DuckDBStructTypeChildCount(DuckDBLogicalType type);

        public static string? DuckDBStructTypeChildName(DuckDBLogicalType type, long index) => Utf8.TakeOwned(StructChildName(type, index));

        [LibraryImport(Library, EntryPoint = "duckdb_struct_type_child_type")]
        public static partial DuckDBLogicalType DuckDBStructTypeChildType(DuckDBLogicalType type, long index);

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_logical_type")]
        internal static partial void DuckDBDestroyLogicalType(ref IntPtr type);

        [LibraryImport(Library, EntryPoint = "duckdb_enum_dictionary_value")]
        private static partial byte* EnumValue(DuckDBLogicalType type, long index);

        [LibraryImport(Library, EntryPoint = "duckdb_struct_type_child_name")]
        private static partial byte* StructChildName(DuckDBLogicalType type, long index);
    }
}
