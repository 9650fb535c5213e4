namespace DuckDB.NET.Native;

/// <summary>
/// The functions of DuckDB's C API that the ADO.NET layer calls, grouped as in the API's documentation. Functions that
/// only look something up skip the runtime's transition (<c>SuppressGCTransition</c>): they run once per vector or value.
/// </summary>
public static partial class NativeMethods
{
    private const string Library = "duckdb";
}
