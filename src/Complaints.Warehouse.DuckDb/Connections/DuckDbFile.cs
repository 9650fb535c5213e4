using System.Globalization;
using Complaints.Domain;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Connections;

/// <summary>Opens warehouse files with the limits of the product.</summary>
internal static class DuckDbFile
{
    /// <summary>A published file: never written, and queries can neither reach any other file nor change that.</summary>
    public static DuckDBConnection OpenPublished(string path) => Open(new DuckDBConnectionStringBuilder
    {
        DataSource = path,
        ["access_mode"] = "READ_ONLY",
        ["memory_limit"] = Mebibytes(Limits.EngineReadMemoryMebibytes),
        ["threads"] = Threads,
        ["temp_directory"] = SpillFolder.New(),
        ["enable_external_access"] = "false",
        ["lock_configuration"] = "true",
    });

    /// <summary>A private copy that a load or migration writes; it spills beside itself.</summary>
    public static DuckDBConnection OpenPrivate(string path) => Open(PrivateSettings(path));

    /// <summary>The connection string of a private copy, for what opens its own connections.</summary>
    public static DuckDBConnectionStringBuilder PrivateSettings(string path) => new()
    {
        DataSource = path,
        ["autoinstall_known_extensions"] = "false",
        ["memory_limit"] = Mebibytes(Limits.EngineLoadMemoryMebibytes),
        ["threads"] = Threads,
        ["temp_directory"] = path + ".spill",
        // Insertion order has no meaning in the warehouse, and keeping it costs memory.
        ["preserve_insertion_order"] = "false",
        // One checkpoint, before publishing.
        ["checkpoint_threshold"] = "1TB",
        // A full row group is written at once: holding several until they are written together costs memory and gains nothing.
        ["write_buffer_row_group_count"] = "1",
    };

    private static string Threads =>
        Math.Min(Environment.ProcessorCount, Limits.EngineThreads).ToString(CultureInfo.InvariantCulture);

    private static string Mebibytes(int count) => string.Create(CultureInfo.InvariantCulture, $"{count}MiB");

    private static DuckDBConnection Open(DuckDBConnectionStringBuilder settings)
    {
        // The engine fetches nothing from a network.
        settings["autoinstall_known_extensions"] = "false";
        var connection = new DuckDBConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
