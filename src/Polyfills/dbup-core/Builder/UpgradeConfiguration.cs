using DbUp.Engine;
using DbUp.Engine.Filters;
using DbUp.Engine.Output;
using DbUp.Engine.Sorters;
using DbUp.Engine.Transactions;
using DbUp.Support;

namespace DbUp.Builder;

/// <summary>Collects what an upgrade is to be, in the order it was said, and builds it.</summary>
public class UpgradeEngineBuilder
{
    protected readonly List<Action<UpgradeConfiguration>> callbacks = [];

    public virtual void Configure(Action<UpgradeConfiguration> configuration) => callbacks.Add(configuration);

    public virtual UpgradeConfiguration BuildConfiguration()
    {
        var configuration = new UpgradeConfiguration();
        callbacks.ForEach(callback => callback(configuration));
        configuration.Validate();
        return configuration;
    }

    public virtual UpgradeEngine Build() => new(BuildConfiguration());
}

/// <summary>The parts of an upgrade. A target sets the first three.</summary>
public class UpgradeConfiguration
{
    public IConnectionManager ConnectionManager { get; set; }

    public IScriptExecutor ScriptExecutor { get; set; }

    public IJournal Journal { get; set; }

    public IAggregateLog Log { get; internal set; } = new AggregateLog();

    public List<IScriptProvider> ScriptProviders { get; } = [];

    public List<IScriptPreprocessor> ScriptPreprocessors { get; } = [];

    public IScriptSorter ScriptSorter { get; set; } = new DefaultScriptSorter();

    public ScriptNameComparer ScriptNameComparer { get; set; } = new(StringComparer.Ordinal);

    public IScriptFilter ScriptFilter { get; set; } = new DefaultScriptFilter();

    public Dictionary<string, string> Variables { get; } = [];

    public bool VariablesEnabled { get; set; } = true;

    public void AddLog(IUpgradeLog logger)
    {
        if (logger is not null)
        {
            Log.AddLogger(logger);
        }
    }

    public void AddVariables(IDictionary<string, string> newVariables)
    {
        ArgumentNullException.ThrowIfNull(newVariables);
        foreach (var variable in newVariables)
        {
            Variables.Add(variable.Key, variable.Value);
        }
    }

    /// <summary>Refuses a configuration that lacks a part.</summary>
    /// <exception cref="ArgumentException">Which part is missing.</exception>
    public void Validate()
    {
        Require(ConnectionManager, "a connection manager; choose a target after DeployChanges.To");
        Require(ScriptExecutor, "a script executor; choose a target after DeployChanges.To");
        Require(Journal, "a journal; choose a target after DeployChanges.To or call JournalTo");
        Require(ScriptSorter, "a script sorter");
        Require(ScriptFilter, "a script filter");
        Require(ScriptProviders.Count == 0 ? null : ScriptProviders, "scripts; call one of the WithScripts methods");
    }

    private static void Require(object part, string what)
    {
        if (part is null)
        {
            throw new ArgumentException($"An upgrade needs {what}.");
        }
    }
}

/// <summary>What a target hangs its extension method on.</summary>
public class SupportedDatabases;
