using Complaints.Warehouse.Queries;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Connections;

/// <summary>Commands with named parameters.</summary>
internal static class DuckDbCommands
{
    /// <summary>A command; dispose it.</summary>
    public static DuckDBCommand Command(this DuckDBConnection connection, string text, params ReadOnlySpan<SqlParameterValue> parameters)
    {
        DuckDBCommand command = connection.CreateCommand();
        // The text is ours or a plan's rendering; every value is a parameter.
#pragma warning disable CA2100
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (SqlParameterValue parameter in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(parameter.Name, parameter.Value ?? DBNull.Value));
        }

        return command;
    }

    /// <summary>Runs a statement; returns the rows it touched.</summary>
    public static int Execute(this DuckDBConnection connection, string text, params ReadOnlySpan<SqlParameterValue> parameters)
    {
        using DuckDBCommand command = connection.Command(text, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first cell of a query; null for a database null.</summary>
    public static object? Scalar(this DuckDBConnection connection, string text, params ReadOnlySpan<SqlParameterValue> parameters)
    {
        using DuckDBCommand command = connection.Command(text, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>
    /// Commits what a private copy took in so far and goes on in a new transaction. Nobody sees the copy before it is published, so
    /// this gives nothing away; but rows of the running transaction cost the engine twice as much to read and insert as committed ones.
    /// </summary>
    public static void Settle(this DuckDBConnection connection)
    {
        connection.Execute("COMMIT");
        connection.Execute("BEGIN TRANSACTION");
    }
}
