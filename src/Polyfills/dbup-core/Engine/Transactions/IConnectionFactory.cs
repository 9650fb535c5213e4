using System.Data;
using DbUp.Engine.Output;

namespace DbUp.Engine.Transactions;

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
