using System.Data;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Engine.Preprocessors;
using DbUp.Engine.Transactions;

namespace DbUp.Support;

/// <summary>The executor that a target derives from: substitutes, splits, executes and journals, in one transaction.</summary>
public abstract class ScriptExecutor(
    Func<IConnectionManager> connectionManagerFactory,
    ISqlObjectParser sqlObjectParser,
    Func<IUpgradeLog> log,
    string schema,
    Func<bool> variablesEnabled,
    IEnumerable<IScriptPreprocessor> scriptPreprocessors,
    Func<IJournal> journalFactory) : IScriptExecutor
{
    public int? ExecutionTimeoutSeconds { get; set; }

    public string Schema { get; set; } = schema;

    protected Func<IUpgradeLog> Log { get; } = log;

    protected virtual bool UseTheSameTransactionForJournalTableAndScripts => true;

    public virtual void Execute(SqlScript script) => Execute(script, null);

    public virtual void Execute(SqlScript script, IDictionary<string, string> variables)
    {
        var connectionManager = connectionManagerFactory();
        var statements = connectionManager.SplitScriptIntoCommands(PreprocessScriptContents(script, variables));
        var journalled = script.SqlScriptOptions.ScriptType == ScriptType.RunOnce;
        Log().LogInformation("Executing script '{0}'", script.Name);

        connectionManager.ExecuteCommandsWithManagedConnection(commandFactory =>
        {
            var journal = journalFactory();
            journal.EnsureTableExistsAndIsLatestVersion(commandFactory);
            ExecuteStatements(script, statements, commandFactory);
            if (journalled && UseTheSameTransactionForJournalTableAndScripts)
            {
                journal.StoreExecutedScript(script, commandFactory);
            }
        });

        if (journalled && !UseTheSameTransactionForJournalTableAndScripts)
        {
            connectionManager.ExecuteCommandsWithManagedConnection(
                commandFactory => journalFactory().StoreExecutedScript(script, commandFactory));
        }
    }

    public void VerifySchema()
    {
        if (!string.IsNullOrEmpty(Schema))
        {
            connectionManagerFactory().ExecuteCommandsWithManagedConnection(commandFactory =>
            {
                using var command = commandFactory();
                command.CommandText = GetVerifySchemaSql(Schema);
                command.ExecuteNonQuery();
            });
        }
    }

    /// <summary>The statement that makes the schema where it is missing.</summary>
    protected abstract string GetVerifySchemaSql(string schema);

    /// <summary>Runs one statement; a target tells here what its own exceptions say.</summary>
    protected abstract void ExecuteCommandsWithinExceptionHandler(int index, SqlScript script, Action executeCallback);

    protected virtual void ExecuteNonQuery(IDbCommand command) => command.ExecuteNonQuery();

    protected virtual string PreprocessScriptContents(SqlScript script, IDictionary<string, string> variables)
    {
        var values = new Dictionary<string, string>(variables ?? new Dictionary<string, string>());
        if (Schema is not null)
        {
            values.TryAdd("schema", QuoteSqlObjectName(Schema));
        }

        var contents = variablesEnabled() ? new VariableSubstitutionPreprocessor(values).Process(script.Contents) : script.Contents;
        return (scriptPreprocessors ?? []).Aggregate(contents, (text, preprocessor) => preprocessor.Process(text));
    }

    protected string QuoteSqlObjectName(string objectName) => sqlObjectParser.QuoteIdentifier(objectName);

    private void ExecuteStatements(SqlScript script, IEnumerable<string> statements, Func<IDbCommand> commandFactory)
    {
        foreach (var (index, statement) in statements.Index())
        {
            using var command = commandFactory();
            command.CommandText = statement;
            if (ExecutionTimeoutSeconds is { } seconds)
            {
                command.CommandTimeout = seconds;
            }

            ExecuteCommandsWithinExceptionHandler(index, script, () => ExecuteNonQuery(command));
        }
    }
}
