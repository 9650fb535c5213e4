namespace DbUp.Engine;

/// <summary>How an upgrade went: the scripts executed and, where it failed, the error and the script it came from.</summary>
public sealed class DatabaseUpgradeResult(IEnumerable<SqlScript> scripts, bool successful, Exception error, SqlScript errorScript)
{
    public IEnumerable<SqlScript> Scripts { get; } = [.. scripts];

    public bool Successful { get; } = successful;

    public Exception Error { get; } = error;

    public SqlScript ErrorScript { get; } = errorScript;
}
