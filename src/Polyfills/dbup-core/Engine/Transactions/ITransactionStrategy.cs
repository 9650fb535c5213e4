using System.Data;
using DbUp.Engine.Output;

namespace DbUp.Engine.Transactions;

/// <summary>When an upgrade begins and commits transactions.</summary>
public interface ITransactionStrategy : IDisposable
{
    void Initialise(IDbConnection dbConnection, IUpgradeLog upgradeLog, List<SqlScript> executedScripts, int? executionTimeoutSeconds);

    void Execute(Action<Func<IDbCommand>> action);

    T Execute<T>(Func<Func<IDbCommand>, T> actionWithResult);
}
