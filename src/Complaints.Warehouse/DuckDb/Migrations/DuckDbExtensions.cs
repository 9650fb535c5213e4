using DbUp.Builder;

namespace Complaints.Warehouse.DuckDb.Migrations;

/// <summary>DuckDB as one more target of DbUp.</summary>
internal static class DuckDbExtensions
{
    /// <summary>Upgrades a DuckDB file; its journal is the table schema_versions, with a hash of each script.</summary>
    public static UpgradeEngineBuilder DuckDbDatabase(this SupportedDatabases supported, string connectionString, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(supported);
        var builder = new UpgradeEngineBuilder();
        builder.Configure(configuration => configuration.ConnectionManager = new DuckDbConnectionManager(connectionString));
        builder.Configure(configuration => configuration.Journal = new HashingJournal(() => configuration.ConnectionManager, clock));
        builder.Configure(configuration => configuration.ScriptExecutor = new DuckDbScriptExecutor(
            () => configuration.ConnectionManager,
            () => configuration.Log,
            () => configuration.Journal));
        return builder.WithTransactionPerScript().WithVariablesDisabled();
    }
}
