using System.Data;
using DbUp.Engine;
using DbUp.Engine.Transactions;

namespace Complaints.Warehouse.DuckDb.Schema;

/// <summary>Which scripts were applied, with the hash of what they said.</summary>
internal sealed class HashingJournal(Func<IConnectionManager> connections, TimeProvider clock) : IJournal
{
    public string[] GetExecutedScripts() => [.. connections().ExecuteCommandsWithManagedConnection(Read).Keys];

    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
        using IDbCommand command = dbCommandFactory();
        command.CommandText =
            """
            CREATE TABLE IF NOT EXISTS schema_versions (
              script_name  VARCHAR     NOT NULL PRIMARY KEY,
              content_hash VARCHAR     NOT NULL,
              applied_at   TIMESTAMPTZ NOT NULL
            )
            """;
        command.ExecuteNonQuery();
    }

    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory)
    {
        using IDbCommand command = dbCommandFactory();
        command.CommandText = "INSERT INTO schema_versions VALUES ($name, $hash, $now)";
        Add(command, "name", script.Name);
        Add(command, "hash", ContentHash.Of(script.Contents));
        Add(command, "now", clock.GetUtcNow());
        command.ExecuteNonQuery();
    }

    /// <summary>Script names with their hashes; empty before the first migration.</summary>
    public static Dictionary<string, string> Read(Func<IDbCommand> commands)
    {
        using IDbCommand exists = commands();
        exists.CommandText = "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'schema_versions'";
        if ((long)exists.ExecuteScalar()! == 0)
        {
            return [];
        }

        using IDbCommand command = commands();
        command.CommandText = "SELECT script_name, content_hash FROM schema_versions ORDER BY script_name";
        using IDataReader reader = command.ExecuteReader();
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }

    private static void Add(IDbCommand command, string name, object value)
    {
        IDbDataParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
