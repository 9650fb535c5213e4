namespace DuckDB.NET.Native;

/// <summary>Reads one value that the engine hands to a function.</summary>
public interface IDuckDBValueReader
{
    bool IsNull();

    T GetValue<T>();
}
