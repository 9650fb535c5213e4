using System.Text;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Engine.Transactions;
using DbUp.ScriptProviders;
using DbUp.Support;

// In no namespace, as in the original: whoever has a builder sees its methods.
#pragma warning disable CA1050

/// <summary>What can be said of an upgrade to any target.</summary>
public static class StandardExtensions
{
    public static UpgradeEngineBuilder LogTo(this UpgradeEngineBuilder builder, IUpgradeLog log) =>
        builder.With(c => c.AddLog(log));

    public static UpgradeEngineBuilder LogToNowhere(this UpgradeEngineBuilder builder) => builder.LogTo(new NoOpUpgradeLog());

    public static UpgradeEngineBuilder JournalTo(this UpgradeEngineBuilder builder, IJournal journal) =>
        builder.With(c => c.Journal = journal);

    public static UpgradeEngineBuilder JournalTo(
        this UpgradeEngineBuilder builder,
        Func<Func<IConnectionManager>, Func<IUpgradeLog>, IJournal> createJournal) =>
        builder.With(c => c.Journal = createJournal(() => c.ConnectionManager, () => c.Log));

    public static UpgradeEngineBuilder WithScripts(this UpgradeEngineBuilder builder, IScriptProvider scriptProvider) =>
        builder.With(c => c.ScriptProviders.Add(scriptProvider));

    public static UpgradeEngineBuilder WithScripts(this UpgradeEngineBuilder builder, IEnumerable<SqlScript> scripts) =>
        builder.WithScripts(new StaticScriptProvider(scripts));

    public static UpgradeEngineBuilder WithScripts(this UpgradeEngineBuilder builder, params SqlScript[] scripts) =>
        builder.WithScripts((IEnumerable<SqlScript>)scripts);

    public static UpgradeEngineBuilder WithScript(this UpgradeEngineBuilder builder, SqlScript script) =>
        builder.WithScripts(script);

    public static UpgradeEngineBuilder WithScript(this UpgradeEngineBuilder builder, string name, string contents) =>
        builder.WithScripts(new SqlScript(name, contents));

    public static UpgradeEngineBuilder WithScript(
        this UpgradeEngineBuilder builder, string name, string contents, SqlScriptOptions sqlScriptOptions) =>
        builder.WithScripts(new SqlScript(name, contents, sqlScriptOptions));

    public static UpgradeEngineBuilder WithScriptsFromFileSystem(this UpgradeEngineBuilder builder, string path) =>
        builder.WithScriptsFromFileSystem(path, new FileSystemScriptOptions());

    public static UpgradeEngineBuilder WithScriptsFromFileSystem(
        this UpgradeEngineBuilder builder, string path, SqlScriptOptions sqlScriptOptions) =>
        builder.WithScriptsFromFileSystem(path, new FileSystemScriptOptions(), sqlScriptOptions);

    public static UpgradeEngineBuilder WithScriptsFromFileSystem(
        this UpgradeEngineBuilder builder, string path, Func<string, bool> filter) =>
        builder.WithScriptsFromFileSystem(path, new FileSystemScriptOptions { Filter = filter });

    public static UpgradeEngineBuilder WithScriptsFromFileSystem(
        this UpgradeEngineBuilder builder, string path, Encoding encoding) =>
        builder.WithScriptsFromFileSystem(path, new FileSystemScriptOptions { Encoding = encoding });

    public static UpgradeEngineBuilder WithScriptsFromFileSystem(
        this UpgradeEngineBuilder builder, string path, FileSystemScriptOptions options) =>
        builder.WithScriptsFromFileSystem(path, options, new SqlScriptOptions());

    public static UpgradeEngineBuilder WithScriptsFromFileSystem(
        this UpgradeEngineBuilder builder, string path, FileSystemScriptOptions options, SqlScriptOptions sqlScriptOptions) =>
        builder.WithScripts(new FileSystemScriptProvider(path, options, sqlScriptOptions));

    public static UpgradeEngineBuilder WithScriptSorter(this UpgradeEngineBuilder builder, IScriptSorter sorter) =>
        builder.With(c => c.ScriptSorter = sorter);

    public static UpgradeEngineBuilder WithScriptNameComparer(this UpgradeEngineBuilder builder, IComparer<string> comparer) =>
        builder.With(c => c.ScriptNameComparer = new ScriptNameComparer(comparer));

    public static UpgradeEngineBuilder WithFilter(this UpgradeEngineBuilder builder, IScriptFilter filter) =>
        builder.With(c => c.ScriptFilter = filter);

    public static UpgradeEngineBuilder WithPreprocessor(this UpgradeEngineBuilder builder, IScriptPreprocessor preprocessor) =>
        builder.With(c => c.ScriptPreprocessors.Add(preprocessor));

    public static UpgradeEngineBuilder WithVariables(this UpgradeEngineBuilder builder, IDictionary<string, string> variables) =>
        builder.With(c => c.AddVariables(variables));

    public static UpgradeEngineBuilder WithVariable(this UpgradeEngineBuilder builder, string variableName, string value) =>
        builder.With(c => c.Variables.Add(variableName, value));

    public static UpgradeEngineBuilder WithVariablesDisabled(this UpgradeEngineBuilder builder) =>
        builder.With(c => c.VariablesEnabled = false);

    public static UpgradeEngineBuilder WithVariablesEnabled(this UpgradeEngineBuilder builder) =>
        builder.With(c => c.VariablesEnabled = true);

    /// <summary>How long one command may take, to the second; null for the provider's own limit.</summary>
    public static UpgradeEngineBuilder WithExecutionTimeout(this UpgradeEngineBuilder builder, TimeSpan? timeout)
    {
        if (timeout is { } given && (given < TimeSpan.Zero || given.TotalSeconds > int.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, $"A timeout lies between 0 and {int.MaxValue} seconds.");
        }

        int? seconds = timeout is { } length ? Convert.ToInt32(length.TotalSeconds) : null;
        return builder.With(c =>
        {
            c.ScriptExecutor.ExecutionTimeoutSeconds = seconds;
            c.ConnectionManager.ExecutionTimeoutSeconds = seconds;
        });
    }

    public static UpgradeEngineBuilder WithoutTransaction(this UpgradeEngineBuilder builder) =>
        builder.In(TransactionMode.NoTransaction);

    public static UpgradeEngineBuilder WithTransaction(this UpgradeEngineBuilder builder) =>
        builder.In(TransactionMode.SingleTransaction);

    public static UpgradeEngineBuilder WithTransactionPerScript(this UpgradeEngineBuilder builder) =>
        builder.In(TransactionMode.TransactionPerScript);

    public static UpgradeEngineBuilder WithTransactionAlwaysRollback(this UpgradeEngineBuilder builder) =>
        builder.In(TransactionMode.SingleTransactionAlwaysRollback);

    private static UpgradeEngineBuilder In(this UpgradeEngineBuilder builder, TransactionMode mode) =>
        builder.With(c => c.ConnectionManager.TransactionMode = mode);

    private static UpgradeEngineBuilder With(this UpgradeEngineBuilder builder, Action<UpgradeConfiguration> setting)
    {
        builder.Configure(setting);
        return builder;
    }
}
