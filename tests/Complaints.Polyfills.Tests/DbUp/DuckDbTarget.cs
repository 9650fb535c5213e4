using System.Data;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Engine.Transactions;
using DbUp.Support;
using DuckDB.NET.Data;

namespace Complaints.Polyfills.Tests.DbUp;

/// <summary>The least that makes a database a target: where to connect, how to execute, where to write down.</summary>
internal static class DuckDbTarget
{
    public static UpgradeEngineBuilder DuckDb(this SupportedDatabases supported, string connectionString)
    {
        var builder = new UpgradeEngineBuilder();
        builder.Configure(c => c.ConnectionManager = new Connections(connectionString));
        builder.Configure(c => c.Journal = new Journal(() => c.ConnectionManager));
        builder.Configure(c => c.ScriptExecutor = new Executor(c));
        return builder;
    }

    private sealed class Connections(string connectionString) : DatabaseConnectionManager(_ => new DuckDBConnection(connectionString))
    {
        public override IEnumerable<string> SplitScriptIntoCommands(string scriptContents) => [scriptContents];
    }

    private sealed class Quotes() : SqlObjectParser("\"", "\"");

    private sealed class Executor(UpgradeConfiguration c) : ScriptExecutor(
        () => c.ConnectionManager, new Quotes(), () => c.Log, null, () => c.VariablesEnabled, c.ScriptPreprocessors, () => c.Journal)
    {
        protected override string GetVerifySchemaSql(string schema) => $"create schema if not exists {QuoteSqlObjectName(schema)}";

        protected override void ExecuteCommandsWithinExceptionHandler(int index, SqlScript script, Action executeCallback) =>
            executeCallback();
    }

    private sealed class Journal(Func<IConnectionManager> connections) : IJournal
    {
        public string[] GetExecutedScripts() => connections().ExecuteCommandsWithManagedConnection(commands =>
        {
            EnsureTableExistsAndIsLatestVersion(commands);
            using var command = commands();
            command.CommandText = "select name from journal order by name";
            using var reader = command.ExecuteReader();
            var names = new List<string>();
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
            }

            return names.ToArray();
        });

        public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory)
        {
            using var command = dbCommandFactory();
            command.CommandText = "insert into journal values ($name, $contents)";
            command.Parameters.Add(new DuckDBParameter("name", script.Name));
            command.Parameters.Add(new DuckDBParameter("contents", script.Contents));
            command.ExecuteNonQuery();
        }

        public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
        {
            using var command = dbCommandFactory();
            command.CommandText = "create table if not exists journal (name varchar primary key, contents varchar)";
            command.ExecuteNonQuery();
        }
    }
}
