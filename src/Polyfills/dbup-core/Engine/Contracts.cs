using System.Data;
using DbUp.Engine.Transactions;
using DbUp.Support;

namespace DbUp.Engine;

/// <summary>What was executed: read before an upgrade, written with each script in that script's transaction.</summary>
public interface IJournal
{
    string[] GetExecutedScripts();

    void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory);

    void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory);
}

/// <summary>Executes one script and journals it.</summary>
public interface IScriptExecutor
{
    int? ExecutionTimeoutSeconds { get; set; }

    void Execute(SqlScript script);

    void Execute(SqlScript script, IDictionary<string, string> variables);

    void VerifySchema();
}

/// <summary>Chooses the scripts to execute, given the names in the journal.</summary>
public interface IScriptFilter
{
    IEnumerable<SqlScript> Filter(IEnumerable<SqlScript> sorted, HashSet<string> executedScriptNames, ScriptNameComparer comparer);
}

/// <summary>Changes a script's text before it is executed.</summary>
public interface IScriptPreprocessor
{
    string Process(string contents);
}

public interface IScriptProvider
{
    IEnumerable<SqlScript> GetScripts(IConnectionManager connectionManager);
}

public interface IScriptSorter
{
    IEnumerable<SqlScript> Sort(IEnumerable<SqlScript> scripts, ScriptNameComparer comparer);
}

/// <summary>Quotes names as the target wants them.</summary>
public interface ISqlObjectParser
{
    string QuoteIdentifier(string objectName);

    string QuoteIdentifier(string objectName, ObjectNameOptions objectNameOptions);

    string UnquoteIdentifier(string objectName);
}
