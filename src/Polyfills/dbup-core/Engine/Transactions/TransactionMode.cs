namespace DbUp.Engine.Transactions;

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
