using System.Data;
using DbUp.Engine.Output;

namespace DbUp.Engine.Transactions;

/// <summary>Holds the connection of an upgrade and runs commands on it in the chosen kind of transaction.</summary>
public interface IConnectionManager
{
    TransactionMode TransactionMode { get; set; }

    bool IsScriptOutputLogged { get; set; }

    int? ExecutionTimeoutSeconds { get; set; }

    IDisposable OperationStarting(IUpgradeLog upgradeLog, List<SqlScript> executedScripts);

    void ExecuteCommandsWithManagedConnection(Action<Func<IDbCommand>> action);

    T ExecuteCommandsWithManagedConnection<T>(Func<Func<IDbCommand>, T> actionWithResult);

    IEnumerable<string> SplitScriptIntoCommands(string scriptContents);

    bool TryConnect(IUpgradeLog upgradeLog, out string errorMessage);
}

public interface IConnectionFactory
{
    IDbConnection CreateConnection(IUpgradeLog upgradeLog, DatabaseConnectionManager databaseConnectionManager);
}

public class DelegateConnectionFactory(Func<IUpgradeLog, DatabaseConnectionManager, IDbConnection> createConnection) : IConnectionFactory
{
    public DelegateConnectionFactory(Func<IUpgradeLog, IDbConnection> createConnection)
        : this((log, _) => createConnection(log))
    {
    }

    public IDbConnection CreateConnection(IUpgradeLog upgradeLog, DatabaseConnectionManager databaseConnectionManager) =>
        createConnection(upgradeLog, databaseConnectionManager);
}
