using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Engine.Transactions;
using DbUp.Support;

namespace Complaints.Warehouse.DuckDb.Migrations;

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
