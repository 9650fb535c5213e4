namespace Complaints.Domain.Storage;

/// <summary>
/// Files and folders that only this account may read (modes 600 and 700), where the system knows of accounts: they hold what landlords know
/// of their residents. A folder or file that is there keeps the mode that somebody gave it.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode700 = FileMode600 | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, and those above it that are missing.</summary>
    public static DirectoryInfo CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(path))
        {
            return Directory.CreateDirectory(path);
        }

        // The framework gives the mode to the last folder alone.
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is string above && !Directory.Exists(above))
        {
            CreateFolder(above);
        }

        return Directory.CreateDirectory(path, FolderMode700);
    }

    /// <summary>How a file is opened; one that is made here is private.</summary>
    public static FileStreamOptions Options(FileMode mode, FileAccess access, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows() && mode is not (FileMode.Open or FileMode.Truncate))
        {
            options.UnixCreateMode = FileMode600;
        }

        return options;
    }

    /// <summary>Makes a file private that something else made for us.</summary>
    public static void Protect(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, FileMode600);
        }
    }
}
