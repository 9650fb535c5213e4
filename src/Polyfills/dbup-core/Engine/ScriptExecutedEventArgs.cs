using DbUp.Engine.Transactions;

namespace DbUp.Engine;

public class ScriptExecutedEventArgs(SqlScript script, IConnectionManager connectionManager) : EventArgs
{
    public SqlScript Script { get; } = script;

    public IConnectionManager ConnectionManager { get; } = connectionManager;
}
