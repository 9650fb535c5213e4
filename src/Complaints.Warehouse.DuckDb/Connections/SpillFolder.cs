using Complaints.Domain.Storage;

namespace Complaints.Warehouse.DuckDb.Connections;

/// <summary>
/// Where engines that only read put what does not fit into memory: one folder a process, which only this account may enter and nobody can
/// foretell, and in it one a warehouse file. It goes when the process ends; what a killed process left goes when the next one begins.
/// </summary>
internal static class SpillFolder
{
    private const string Prefix = "complaints-spill-";
    private const string LockName = "in-use.lock";

    private static readonly TimeSpan s_settled = TimeSpan.FromMinutes(10);
    private static readonly Lazy<Held> s_own = new(() => Make(Path.GetTempPath()));

    /// <summary>A new place for one engine; the engine makes it when it needs it.</summary>
    public static string New() => Path.Combine(s_own.Value.Path, Path.GetRandomFileName());

    /// <summary>Makes a folder, holds it, and clears away those of processes that are gone.</summary>
    internal static Held Make(string temporary)
    {
        ClearDead(temporary);
        string path = Directory.CreateTempSubdirectory(Prefix).FullName;
        var held = new Held(path, new FileStream(Path.Combine(path, LockName), PrivateFiles.Options(FileMode.CreateNew, FileAccess.Write)));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => held.Dispose();
        return held;
    }

    /// <summary>Removes folders that nobody holds. A link is not followed, and what another account made is not touched.</summary>
    internal static void ClearDead(string temporary)
    {
        foreach (DirectoryInfo folder in new DirectoryInfo(temporary).EnumerateDirectories(Prefix + "*"))
        {
            try
            {
                if (IsOurs(folder) && IsFree(folder))
                {
                    folder.Delete(recursive: true);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or gone meanwhile.
            }
        }
    }

    private static bool IsOurs(DirectoryInfo folder) =>
        folder.LinkTarget is null
        && (OperatingSystem.IsWindows()
            || folder.UnixFileMode == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));

    // The lock is the system's: it ends with the process that holds it, also in another container.
    private static bool IsFree(DirectoryInfo folder)
    {
        var held = new FileInfo(Path.Combine(folder.FullName, LockName));
        if (!held.Exists)
        {
            return DateTime.UtcNow - folder.LastWriteTimeUtc > s_settled;
        }

        if (held.LinkTarget is not null)
        {
            return true;
        }

        using FileStream free = new(held.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        return true;
    }

    /// <summary>A folder in use.</summary>
    internal sealed class Held(string path, FileStream inUse) : IDisposable
    {
        /// <summary>The folder.</summary>
        public string Path { get; } = path;

        public void Dispose()
        {
            inUse.Dispose();
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The next process clears it.
            }
        }
    }
}
