using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.DuckDb.Generations;
using Complaints.Warehouse.DuckDb.Schema;
using DbUp;
using DbUp.Engine;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Migrations;

/// <summary>Creates a warehouse or upgrades a private copy of it, and publishes the result like a load.</summary>
internal sealed class Migrator(GenerationStore store, string scriptFolder, TimeProvider clock)
{
    public MigrationReport Migrate()
    {
        using WriterLock writing = store.BeginWriting();
        GenerationPointer? published = store.Published();
        if (published is not null && IsUpToDate(store.Whole(published)))
        {
            return new MigrationReport(Created: false, [], published.Generation);
        }

        string path = store.PrivateCopy();
        try
        {
            IReadOnlyList<string> applied = Upgrade(path);
            return new MigrationReport(published is null, applied, store.Publish(path).Generation);
        }
        finally
        {
            GenerationStore.Discard(path);
        }
    }

    /// <summary>Whether a file needs neither scripts nor new reference data.</summary>
    public bool IsUpToDate(string path)
    {
        return EngineFault.Guarded(path, () =>
        {
            using DuckDBConnection connection = DuckDbFile.OpenPublished(path);
            return SchemaState.Of(connection, scriptFolder).Pending.Count == 0 && ReferenceData.IsUpToDate(connection);
        });
    }

    private string[] Upgrade(string path)
    {
        using DuckDBConnection connection = DuckDbFile.OpenPrivate(path);
        SchemaState.Of(connection, scriptFolder);
        DatabaseUpgradeResult result = DeployChanges.To
            .DuckDbDatabase(DuckDbFile.PrivateSettings(path).ConnectionString, clock)
            .WithScriptsFromFileSystem(scriptFolder)
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException($"The migration script '{result.ErrorScript?.Name}' failed.", result.Error);
        }

        ReferenceData.Fill(connection, clock);
        connection.Execute("CHECKPOINT");
        return [.. result.Scripts.Select(script => script.Name)];
    }
}
