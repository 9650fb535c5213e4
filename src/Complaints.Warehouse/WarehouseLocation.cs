using Complaints.Domain.Errors;

namespace Complaints.Warehouse;

/// <summary>Where a warehouse is: today a folder, for the embedded engine.</summary>
public sealed record WarehouseLocation
{
    private static readonly string[] s_serverKeywords = ["server", "data source", "initial catalog", "database", "addr", "address"];

    private WarehouseLocation(string folder) => Folder = folder;

    /// <summary>Absolute path of the folder; it need not exist yet.</summary>
    public string Folder { get; }

    /// <summary>Reads a folder path.</summary>
    /// <exception cref="UserException">Empty, a file, or a SQL Server connection string (not supported yet).</exception>
    public static WarehouseLocation Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UserException(
                "The place of the warehouse is empty.",
                where: "--warehouse or COMPLAINTS_WAREHOUSE",
                expected: "a folder path",
                fix: "give a folder; it is created when it does not exist");
        }

        if (IsServerConnectionString(text))
        {
            // The text itself is not repeated: it may hold a password.
            throw new UserException(
                "This is a SQL Server connection string, and SQL Server is not supported yet.",
                where: "--warehouse or COMPLAINTS_WAREHOUSE",
                expected: "a folder path",
                fix: "give a folder for the embedded engine");
        }

        string folder = Path.GetFullPath(text);
        return File.Exists(folder)
            ? throw new UserException(
                $"'{folder}' is a file.",
                where: "--warehouse or COMPLAINTS_WAREHOUSE",
                expected: "a folder path",
                fix: "give a folder that does not exist yet, or one that holds a warehouse")
            : new WarehouseLocation(folder);
    }

    /// <summary>The folder.</summary>
    public override string ToString() => Folder;

    private static bool IsServerConnectionString(string text) => text
        .Split(';')
        .Select(part => part.Split('=', 2))
        .Any(pair => pair.Length == 2 && s_serverKeywords.Contains(pair[0].Trim(), StringComparer.OrdinalIgnoreCase));
}
