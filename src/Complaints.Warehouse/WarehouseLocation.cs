using Complaints.Domain.Errors;

namespace Complaints.Warehouse;

/// <summary>Where a warehouse is: today a folder, for the embedded engine.</summary>
public sealed record WarehouseLocation
{
    private static readonly string[] s_serverKeywords = ["server", "data source", "initial catalog", "database", "addr", "address"];

    private WarehouseLocation(string folder) => Folder = folder;

    /// <summary>
    /// Who works there: what is made through one location is told from what others make there meanwhile. Each reading of a path is another
    /// run.
    /// </summary>
    public Guid Run { get; } = Guid.NewGuid();

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

        RefuseUnusable(text);
        string folder = Path.GetFullPath(text);
        RefuseLoop(folder);
        return File.Exists(folder)
            ? throw new UserException(
                $"'{folder}' is a file.",
                where: "--warehouse or COMPLAINTS_WAREHOUSE",
                expected: "a folder path",
                fix: "give a folder that does not exist yet, or one that holds a warehouse")
            : new WarehouseLocation(folder);
    }

    /// <summary>Whether both are one place, whoever works there.</summary>
    public bool Equals(WarehouseLocation? other) => other is not null && Folder == other.Folder;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Folder);

    /// <summary>The folder.</summary>
    public override string ToString() => Folder;

    // An engine takes what stands behind a question mark for settings of its own.
    private static void RefuseUnusable(string text)
    {
        if (text.IndexOfAny(['?', '\0']) is int at and >= 0)
        {
            throw new UserException(
                $"The path of the warehouse has {(text[at] == '?' ? "a question mark" : "a character that ends a text (NUL)")} "
                    + $"at position {at + 1}.",
                where: "--warehouse or COMPLAINTS_WAREHOUSE",
                expected: "a folder path without it",
                fix: "give another folder, or rename this one");
        }
    }

    private static void RefuseLoop(string folder)
    {
        for (string? path = folder; path is not null; path = Path.GetDirectoryName(path))
        {
            try
            {
                new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true);
            }
            catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException))
            {
                throw new UserException(
                    $"'{path}' is a link that cannot be followed: {error.Message}",
                    where: "--warehouse or COMPLAINTS_WAREHOUSE",
                    expected: "a folder, or a link that leads to one",
                    fix: "remove the link, or let it lead to the folder",
                    inner: error);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It need not exist yet, and what may not be read is told when it is used.
            }
        }
    }

    private static bool IsServerConnectionString(string text) => text
        .Split(';')
        .Select(part => part.Split('=', 2))
        .Any(pair => pair.Length == 2 && s_serverKeywords.Contains(pair[0].Trim(), StringComparer.OrdinalIgnoreCase));
}
