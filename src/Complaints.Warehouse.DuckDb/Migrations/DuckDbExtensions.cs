using Complaints.Warehouse.DuckDb.Schema;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Engine.Transactions;
using DbUp.Support;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Migrations;

/// <summary>DuckDB as one more target of DbUp.</summary>
internal static class DuckDbExtensions
{
    /// <summary>Upgrades a DuckDB file; its journal is the table schema_versions, with a hash of each script.</summary>
    public static UpgradeEngineBuilder DuckDbDatabase(this SupportedDatabases supported, string connectionString, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(supported);
        var builder = new UpgradeEngineBuilder();
        builder.Configure(configuration => configuration.ConnectionManager = new DuckDbConnectionManager(connectionString));
        builder.Configure(configuration => configuration.Journal = new HashingJournal(() => configuration.ConnectionManager, clock));
        builder.Configure(configuration => configuration.ScriptExecutor = new DuckDbScriptExecutor(
            () => configuration.ConnectionManager,
            () => configuration.Log,
            () => configuration.Journal));
        return builder.WithTransactionPerScript().WithVariablesDisabled();
    }
}

/// <summary>Connections for DbUp. A script is one command: the engine's own parser splits it.</summary>
internal sealed class DuckDbConnectionManager(string connectionString)
    : DatabaseConnectionManager(_ => new DuckDBConnection(connectionString))
{
    public override IEnumerable<string> SplitScriptIntoCommands(string scriptContents) => [scriptContents];
}

/// <summary>Runs scripts; the engine's own message is clear enough to pass on.</summary>
internal sealed class DuckDbScriptExecutor(
    Func<IConnectionManager> connections,
    Func<IUpgradeLog> log,
    Func<IJournal> journal)
    : ScriptExecutor(connections, new DuckDbObjectParser(), log, "main", () => false, [], journal)
{
    protected override string GetVerifySchemaSql(string schema) => "SELECT 1";

    protected override void ExecuteCommandsWithinExceptionHandler(int index, SqlScript script, Action executeCallback) => executeCallback();

    private sealed class DuckDbObjectParser() : SqlObjectParser("\"", "\"");
}
