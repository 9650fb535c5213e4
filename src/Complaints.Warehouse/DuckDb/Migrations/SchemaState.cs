using Complaints.Domain.Errors;
using DbUp.Engine;
using DbUp.ScriptProviders;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Migrations;

/// <summary>How the schema of a file stands to the scripts of this program.</summary>
internal sealed record SchemaState(IReadOnlyList<string> Pending)
{
    /// <summary>Compares the journal of a file with the scripts of a folder.</summary>
    /// <exception cref="UserException">An applied script was changed, or the warehouse is newer than the program.</exception>
    public static SchemaState Of(DuckDBConnection connection, string scriptFolder)
    {
        Dictionary<string, string> applied = HashingJournal.Read(connection.CreateCommand);
        var scripts = Scripts(scriptFolder).ToDictionary(script => script.Name, StringComparer.Ordinal);
        foreach ((string name, string hash) in applied)
        {
            if (!scripts.TryGetValue(name, out SqlScript? script))
            {
                throw new UserException(
                    $"The warehouse was migrated with '{name}', which this program does not have.",
                    where: connection.DataSource,
                    expected: "a program as new as the one that migrated the warehouse",
                    fix: "use the newer program");
            }

            if (ContentHash.Of(script.Contents) != hash)
            {
                throw new UserException(
                    $"The migration script '{name}' was changed after it was applied.",
                    where: Path.Combine(scriptFolder, name),
                    expected: $"content with SHA-256 {hash}",
                    fix: "put the script back as it was, and write the change as a new numbered script");
            }
        }

        return new SchemaState([.. scripts.Keys.Where(name => !applied.ContainsKey(name)).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<SqlScript> Scripts(string folder) =>
        new FileSystemScriptProvider(folder, new FileSystemScriptOptions()).GetScripts(null!);
}
