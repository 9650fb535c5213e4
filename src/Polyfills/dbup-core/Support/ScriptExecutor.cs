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

/// <summary>The order and equality of script names.</summary>
public class ScriptNameComparer : IComparer<string>, IEqualityComparer<string>
{
    private readonly IComparer<string> comparer;

    public ScriptNameComparer(IComparer<string> comparer)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        this.comparer = comparer;
    }

    public int Compare(string x, string y) => comparer.Compare(x, y);

    public bool Equals(string x, string y) => comparer.Compare(x, y) == 0;

    public int GetHashCode(string obj) => obj.GetHashCode(StringComparison.Ordinal);
}

public enum ScriptType
{
    RunOnce = 0,
    RunAlways = 1,
}

public enum ObjectNameOptions
{
    None,
    Trim,
}

/// <summary>Quotes names with a fixed prefix and suffix, once.</summary>
public abstract class SqlObjectParser(string quotePrefix, string quoteSuffix) : ISqlObjectParser
{
    public string QuoteIdentifier(string objectName) => QuoteIdentifier(objectName, ObjectNameOptions.Trim);

    public virtual string QuoteIdentifier(string objectName, ObjectNameOptions objectNameOptions)
    {
        ArgumentException.ThrowIfNullOrEmpty(objectName);
        var name = objectNameOptions == ObjectNameOptions.Trim ? objectName.Trim() : objectName;
        return IsQuoted(name) ? name : quotePrefix + name + quoteSuffix;
    }

    public virtual string UnquoteIdentifier(string objectName) =>
        IsQuoted(objectName) ? objectName[quotePrefix.Length..^quoteSuffix.Length] : objectName;

    private bool IsQuoted(string name) =>
        name.Length >= quotePrefix.Length + quoteSuffix.Length
        && name.StartsWith(quotePrefix, StringComparison.Ordinal)
        && name.EndsWith(quoteSuffix, StringComparison.Ordinal);
}
