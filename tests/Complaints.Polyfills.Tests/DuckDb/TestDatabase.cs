using DuckDB.NET.Data;

namespace Complaints.Polyfills.Tests.DuckDb;

/// <summary>A database in memory or in a folder of its own, and the shortest way to ask it something.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string? folder;

    private TestDatabase(string? folder)
    {
        this.folder = folder;
        ConnectionString = folder is null ? "Data Source=:memory:" : $"Data Source={PathOf("test.duckdb")}";
        Connection = Connect();
    }

    public string ConnectionString { get; }

    public DuckDBConnection Connection { get; }

    public static TestDatabase InMemory() => new(null);

    public static TestDatabase OnDisk() => new(Directory.CreateTempSubdirectory("duckdb-").FullName);

    public string PathOf(string file) => Path.Combine(folder!, file);

    public DuckDBConnection Connect()
    {
        var connection = new DuckDBConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    public void Execute(string sql) => Connection.Execute(sql);

    public object? Scalar(string sql, params (string Name, object? Value)[] parameters) => Connection.Scalar(sql, parameters);

    public void Dispose()
    {
        Connection.Dispose();
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

internal static class DuckDbConnectionExtensions
{
    public static int Execute(this DuckDBConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static object? Scalar(this DuckDBConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar();
    }

    public static DuckDBCommand Command(this DuckDBConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(name, value ?? DBNull.Value));
        }

        return command;
    }
}
