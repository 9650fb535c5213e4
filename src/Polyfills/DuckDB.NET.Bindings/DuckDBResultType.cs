namespace DuckDB.NET.Native;

/// <summary>What a statement gave back: nothing, a count of changed rows, or rows.</summary>
public enum DuckDBResultType
{
    Invalid = 0,
    ChangedRows = 1,
    Nothing = 2,
    QueryResult = 3,
}
