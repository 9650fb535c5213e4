namespace DuckDB.NET.Native;

/// <summary>What most functions of the C API return: whether they did what was asked.</summary>
public enum DuckDBState
{
    Success = 0,
    Error = 1,
}

public static class DuckDBStateExtensions
{
    public static bool IsSuccess(this DuckDBState state) => state == DuckDBState.Success;
}
