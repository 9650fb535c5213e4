using Complaints.Domain.Errors;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Connections;

/// <summary>Tells a damaged file, which a backup mends, from a defect of ours.</summary>
internal static class EngineFault
{
    private static readonly string[] s_damage =
    [
        "checksum", "Corrupt", "corrupt", "not a valid DuckDB database file", "Serialization Error", "database has been invalidated",
        "Could not read", "could not be read", "Failed to load metadata pointer", "Failed to deserialize",
    ];

    /// <summary>The error for the user; null where the engine tells of something else than the file.</summary>
    public static UserException? Of(Exception error, string path) =>
        error is DuckDBException && s_damage.Any(words => error.Message.Contains(words, StringComparison.Ordinal))
            ? Damaged(error, path)
            : null;

    /// <summary>Opens a file; whatever the engine says against it then is the file's fault.</summary>
    public static T Guarded<T>(string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (DuckDBException error) when (StorageFault.Of(error) is null)
        {
            throw Damaged(error, path);
        }
    }

    private static UserException Damaged(Exception error, string path) => new(
        $"The warehouse file is damaged, or is none: {error.Message.Split('\n')[0]}",
        where: path,
        expected: "the file as the program published it",
        fix: "restore the warehouse folder from a backup, and have the disk checked",
        inner: error);
}
