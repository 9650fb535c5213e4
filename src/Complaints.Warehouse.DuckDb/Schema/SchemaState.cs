using Complaints.Domain.Errors;
using DbUp.Engine;
using DbUp.ScriptProviders;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Schema;

/// <summary>How the schema of a file stands to the scripts of this program.</summary>
/// <param name="Newest">The newest script that was applied, the file's schema version; null when none was.</param>
/// <param name="Needed">The newest script of this program.</param>
/// <param name="Pending">The scripts that were not applied, in order.</param>
internal sealed record SchemaState(string? Newest, string Needed, IReadOnlyList<string> Pending)
{
    /// <summary>Compares the journal of a file that is to be written with the scripts of a folder.</summary>
    /// <exception cref="UserException">An applied script was changed, or the warehouse is newer than the program.</exception>
    public static SchemaState Of(DuckDBConnection connection, string scriptFolder)
    {
        Dictionary<string, string> applied = HashingJournal.Read(connection.CreateCommand);
        Dictionary<string, SqlScript> scripts = Scripts(scriptFolder);
        SchemaState state = Compare(connection, applied.Keys, scripts.Keys);
        foreach ((string name, string hash) in applied)
        {
            if (ContentHash.Of(scripts[name].Contents) != hash)
            {
                throw new UserException(
                    $"The migration script '{name}' was changed after it was applied.",
                    where: Path.Combine(scriptFolder, name),
                    expected: $"content with SHA-256 {hash}",
                    fix: "put the script back as it was, and write the change as a new numbered script");
            }
        }

        return state;
    }

    /// <summary>Compares the journal of a file that is only read with the scripts of a folder.</summary>
    /// <exception cref="UserException">The warehouse is newer than the program: what it means by a column cannot be known.</exception>
    public static SchemaState ForReading(DuckDBConnection connection, string scriptFolder) =>
        Compare(connection, HashingJournal.Read(connection.CreateCommand).Keys, Scripts(scriptFolder).Keys);

    /// <summary>What to tell somebody whose query failed; null when the schema is not to blame.</summary>
    public UserException? Older(string path, Exception error) => Pending.Count == 0
        ? null
        : new UserException(
            $"The warehouse has {Version(Newest)}, which is older than this program.",
            where: path,
            expected: Version(Needed),
            fix: "run 'complaints migrate' (a load does it by itself), then ask again",
            inner: error);

    private static SchemaState Compare(
        DuckDBConnection connection, IReadOnlyCollection<string> applied, IReadOnlyCollection<string> scripts)
    {
        string? newest = applied.Max(StringComparer.Ordinal);
        string needed = scripts.Max(StringComparer.Ordinal)!;
        string[] unknown = [.. applied.Except(scripts, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            throw new UserException(
                $"The warehouse has {Version(newest)} and was migrated with '{unknown[0]}', which this program does not have.",
                where: connection.DataSource,
                expected: $"{Version(needed)} or older",
                fix: "use a program as new as the one that migrated the warehouse; it is never migrated back");
        }

        return new SchemaState(newest, needed, [.. scripts.Except(applied, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static string Version(string? script) => script is null ? "no schema" : $"schema '{Path.GetFileNameWithoutExtension(script)}'";

    private static Dictionary<string, SqlScript> Scripts(string folder) =>
        new FileSystemScriptProvider(folder, new FileSystemScriptOptions())
        .GetScripts(null!)
        .ToDictionary(script => script.Name, StringComparer.Ordinal);
}
