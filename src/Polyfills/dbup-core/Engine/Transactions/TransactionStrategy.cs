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

public enum TransactionMode
{
    NoTransaction,
    SingleTransaction,
    TransactionPerScript,
    SingleTransactionAlwaysRollback,
}

/// <summary>The modes that a target can do.</summary>
[Flags]
public enum AllowedTransactionMode
{
    None = 0,
    SingleTransaction = 1,
    TransactionPerScript = 2,
    SingleTransactionAlwaysRollback = 4,
    All = SingleTransaction | TransactionPerScript | SingleTransactionAlwaysRollback,
}

/// <summary>What the strategies share: the connection and the making of commands.</summary>
internal abstract class TransactionStrategy : ITransactionStrategy
{
    private int? commandTimeout;

    protected IDbConnection Connection { get; private set; }

    public virtual void Initialise(
        IDbConnection dbConnection, IUpgradeLog upgradeLog, List<SqlScript> executedScripts, int? executionTimeoutSeconds)
    {
        ArgumentNullException.ThrowIfNull(dbConnection);
        Connection = dbConnection;
        commandTimeout = executionTimeoutSeconds;
    }

    public void Execute(Action<Func<IDbCommand>> action) => Execute<object>(commands =>
    {
        action(commands);
        return null;
    });

    public abstract T Execute<T>(Func<Func<IDbCommand>, T> actionWithResult);

    public virtual void Dispose()
    {
    }

    protected Func<IDbCommand> CommandsIn(IDbTransaction transaction) => () =>
    {
        var command = Connection.CreateCommand();
        command.Transaction = transaction;
        if (commandTimeout is { } seconds)
        {
            command.CommandTimeout = seconds;
        }

        return command;
    };
}

internal sealed class NoTransactionStrategy : TransactionStrategy
{
    public override T Execute<T>(Func<Func<IDbCommand>, T> actionWithResult) => actionWithResult(CommandsIn(null));
}

/// <summary>Each script and its line in the journal are committed together; a script that fails leaves nothing.</summary>
internal sealed class TransactionPerScriptStrategy : TransactionStrategy
{
    public override T Execute<T>(Func<Func<IDbCommand>, T> actionWithResult)
    {
        using var transaction = Connection.BeginTransaction();
        var result = actionWithResult(CommandsIn(transaction));
        transaction.Commit();
        return result;
    }
}

/// <summary>All scripts are committed together at the end, or none is.</summary>
internal class SingleTransactionStrategy : TransactionStrategy
{
    private IDbTransaction transaction;
    private List<SqlScript> executed;
    private bool failed;

    protected virtual bool Keeps => !failed;

    public override void Initialise(
        IDbConnection dbConnection, IUpgradeLog upgradeLog, List<SqlScript> executedScripts, int? executionTimeoutSeconds)
    {
        base.Initialise(dbConnection, upgradeLog, executedScripts, executionTimeoutSeconds);
        executed = executedScripts;
        transaction = dbConnection.BeginTransaction();
    }

    public override T Execute<T>(Func<Func<IDbCommand>, T> actionWithResult)
    {
        if (failed)
        {
            throw new InvalidOperationException("An earlier script failed, and with it the transaction of all.");
        }

        try
        {
            return actionWithResult(CommandsIn(transaction));
        }
        catch
        {
            failed = true;
            throw;
        }
    }

    public override void Dispose()
    {
        if (Keeps)
        {
            transaction.Commit();
        }
        else
        {
            transaction.Rollback();
            executed.Clear();
        }

        transaction.Dispose();
    }
}

/// <summary>Everything is run and nothing is kept: a rehearsal.</summary>
internal sealed class SingleTransactionAlwaysRollbackStrategy : SingleTransactionStrategy
{
    protected override bool Keeps => false;
}
