using DbUp.Builder;
using DbUp.Engine.Transactions;

namespace DbUp.Engine;

/// <summary>Runs the scripts that the journal does not know yet, in order, up to the first that fails.</summary>
public class UpgradeEngine(UpgradeConfiguration configuration)
{
    protected readonly UpgradeConfiguration configuration = configuration;

    public event EventHandler ScriptExecuted;

    public virtual bool TryConnect(out string errorMessage) =>
        configuration.ConnectionManager.TryConnect(configuration.Log, out errorMessage);

    public virtual bool IsUpgradeRequired() => GetScriptsToExecute().Count > 0;

    public virtual List<SqlScript> GetDiscoveredScripts() =>
        [.. configuration.ScriptProviders.SelectMany(provider => provider.GetScripts(configuration.ConnectionManager))];

    public virtual List<string> GetExecutedScripts() => InOperation(() => configuration.Journal.GetExecutedScripts().ToList());

    public virtual List<string> GetExecutedButNotDiscoveredScripts() =>
        [.. GetExecutedScripts().Except(GetDiscoveredScripts().Select(script => script.Name))];

    public virtual List<SqlScript> GetScriptsToExecute() => InOperation(FindScriptsToExecute);

    public virtual DatabaseUpgradeResult PerformUpgrade() => Run(
        configuration.ScriptExecutor.VerifySchema,
        script =>
        {
            configuration.ScriptExecutor.Execute(script, configuration.Variables);
            OnScriptExecuted(new ScriptExecutedEventArgs(script, configuration.ConnectionManager));
        });

    /// <summary>Writes the scripts into the journal without executing them.</summary>
    public virtual DatabaseUpgradeResult MarkAsExecuted() => Run(
        () => { },
        script => configuration.ConnectionManager.ExecuteCommandsWithManagedConnection(commandFactory =>
        {
            configuration.Journal.EnsureTableExistsAndIsLatestVersion(commandFactory);
            configuration.Journal.StoreExecutedScript(script, commandFactory);
        }));

    protected virtual void OnScriptExecuted(ScriptExecutedEventArgs e) => ScriptExecuted?.Invoke(this, e);

    private DatabaseUpgradeResult Run(Action prepare, Action<SqlScript> handle)
    {
        var done = new List<SqlScript>();
        SqlScript current = null;
        try
        {
            using (configuration.ConnectionManager.OperationStarting(configuration.Log, done))
            {
                var scripts = FindScriptsToExecute();
                configuration.Log.LogInformation("{0} new scripts to execute", scripts.Count);
                if (scripts.Count > 0)
                {
                    prepare();
                }

                foreach (var script in scripts)
                {
                    current = script;
                    handle(script);
                    done.Add(script);
                }
            }

            return new DatabaseUpgradeResult(done, true, null, null);
        }
#pragma warning disable CA1031 // The result carries every error to the caller.
        catch (Exception error)
#pragma warning restore CA1031
        {
            if (current is not null)
            {
                error.Data["Error occurred in script: "] = current.Name;
            }

            configuration.Log.LogError(error, "The upgrade failed: {0}", error.Message);
            return new DatabaseUpgradeResult(done, false, error, current);
        }
    }

    private T InOperation<T>(Func<T> read)
    {
        using (configuration.ConnectionManager.OperationStarting(configuration.Log, []))
        {
            return read();
        }
    }

    private List<SqlScript> FindScriptsToExecute()
    {
        var executed = new HashSet<string>(configuration.Journal.GetExecutedScripts());
        var sorted = configuration.ScriptSorter.Sort(GetDiscoveredScripts(), configuration.ScriptNameComparer);
        return [.. configuration.ScriptFilter.Filter(sorted, executed, configuration.ScriptNameComparer)];
    }
}

/// <summary>How an upgrade went: the scripts executed and, where it failed, the error and the script it came from.</summary>
public sealed class DatabaseUpgradeResult(IEnumerable<SqlScript> scripts, bool successful, Exception error, SqlScript errorScript)
{
    public IEnumerable<SqlScript> Scripts { get; } = [.. scripts];

    public bool Successful { get; } = successful;

    public Exception Error { get; } = error;

    public SqlScript ErrorScript { get; } = errorScript;
}

public class ScriptExecutedEventArgs(SqlScript script, IConnectionManager connectionManager) : EventArgs
{
    public SqlScript Script { get; } = script;

    public IConnectionManager ConnectionManager { get; } = connectionManager;
}
