using System.Data;
using DbUp.Engine.Output;

namespace DbUp.Engine.Transactions;

/// <summary>The connection manager that a target derives from: it says how to connect and how to split a script.</summary>
public abstract class DatabaseConnectionManager : IConnectionManager
{
    private readonly IConnectionFactory connectionFactory;
    private ITransactionStrategy strategy;

    protected DatabaseConnectionManager(Func<IUpgradeLog, IDbConnection> connectionFactory)
        : this(new DelegateConnectionFactory(connectionFactory))
    {
    }

    protected DatabaseConnectionManager(IConnectionFactory connectionFactory) => this.connectionFactory = connectionFactory;

    public TransactionMode TransactionMode { get; set; } = TransactionMode.NoTransaction;

    public bool IsScriptOutputLogged { get; set; }

    public int? ExecutionTimeoutSeconds { get; set; }

    protected virtual AllowedTransactionMode AllowedTransactionModes => AllowedTransactionMode.All;

    public abstract IEnumerable<string> SplitScriptIntoCommands(string scriptContents);

    /// <summary>Opens the connection for as long as the returned object lives.</summary>
    public IDisposable OperationStarting(IUpgradeLog upgradeLog, List<SqlScript> executedScripts)
    {
        if (strategy is not null)
        {
            throw new InvalidOperationException("An operation is already running; there is one at a time.");
        }

        if (!IsAllowed(TransactionMode))
        {
            throw new InvalidOperationException(
                $"Transaction mode {TransactionMode} is not one of {GetType().Name}'s: {AllowedTransactionModes}.");
        }

        var connection = Open(upgradeLog);
        try
        {
            var begun = StrategyFor(TransactionMode);
            begun.Initialise(connection, upgradeLog, executedScripts, ExecutionTimeoutSeconds);
            strategy = begun;
            return new Operation(this, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void ExecuteCommandsWithManagedConnection(Action<Func<IDbCommand>> action) => Running.Execute(action);

    public T ExecuteCommandsWithManagedConnection<T>(Func<Func<IDbCommand>, T> actionWithResult) => Running.Execute(actionWithResult);

    public bool TryConnect(IUpgradeLog upgradeLog, out string errorMessage)
    {
        try
        {
            using var connection = Open(upgradeLog);
            using var command = connection.CreateCommand();
            command.CommandText = GetDummyQuery();
            command.ExecuteScalar();
            errorMessage = string.Empty;
            return true;
        }
#pragma warning disable CA1031 // Whatever keeps it from connecting is the answer.
        catch (Exception error)
#pragma warning restore CA1031
        {
            errorMessage = error.Message;
            return false;
        }
    }

    protected virtual string GetDummyQuery() => "select 1";

    private ITransactionStrategy Running =>
        strategy ?? throw new InvalidOperationException("No operation is running; call OperationStarting first.");

    private static ITransactionStrategy StrategyFor(TransactionMode mode) => mode switch
    {
        TransactionMode.SingleTransaction => new SingleTransactionStrategy(),
        TransactionMode.SingleTransactionAlwaysRollback => new SingleTransactionAlwaysRollbackStrategy(),
        TransactionMode.TransactionPerScript => new TransactionPerScriptStrategy(),
        _ => new NoTransactionStrategy(),
    };

    private bool IsAllowed(TransactionMode mode) => mode switch
    {
        TransactionMode.SingleTransaction => AllowedTransactionModes.HasFlag(AllowedTransactionMode.SingleTransaction),
        TransactionMode.SingleTransactionAlwaysRollback =>
            AllowedTransactionModes.HasFlag(AllowedTransactionMode.SingleTransactionAlwaysRollback),
        TransactionMode.TransactionPerScript => AllowedTransactionModes.HasFlag(AllowedTransactionMode.TransactionPerScript),
        _ => true,
    };

    private IDbConnection Open(IUpgradeLog upgradeLog)
    {
        var connection = connectionFactory.CreateConnection(upgradeLog, this);
        if (connection.State == ConnectionState.Closed)
        {
            connection.Open();
        }

        return connection;
    }

    private sealed class Operation(DatabaseConnectionManager manager, IDbConnection connection) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                manager.strategy?.Dispose();
            }
            finally
            {
                manager.strategy = null;
                connection.Dispose();
            }
        }
    }
}
