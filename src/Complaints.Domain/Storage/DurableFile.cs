using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Complaints.Domain.Storage;

/// <summary>
/// The one way in which our own files are replaced: readers see the old file or the new one, whole, and what was written survives a power
/// cut once a method returns. What it writes only this account may read, where the system knows of accounts.
/// </summary>
public static partial class DurableFile
{
    /// <summary>How the name of a file or folder ends that is still being made.</summary>
    public const string Unfinished = ".new";

    /// <summary>Forces a file's content to the disk.</summary>
    public static void Flush(string path)
    {
        using SafeFileHandle handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Gives a flushed file its final name in one step; a file of that name is replaced.</summary>
    public static void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>Gives a folder of flushed files its final name in one step; there must be none of that name.</summary>
    /// <exception cref="IOException">There is one of that name; both stay as they are.</exception>
    public static void RenameFolder(string from, string to)
    {
        Directory.Move(from, to);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>
    /// Removes what writers of a file left that were killed before it got its name. Only whoever keeps other writers out may call it.
    /// </summary>
    public static void RemoveLeftovers(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (string left in Directory.EnumerateFiles(folder, $"{Path.GetFileName(path)}.*{Unfinished}"))
        {
            File.Delete(left);
        }
    }

    /// <summary>Replaces a text file in one step.</summary>
    public static void Replace(string path, string content) => Replace(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Replaces a file in one step.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content) => Put(path, content, overwrite: true);

    /// <summary>Makes a file that must not exist yet, in one step.</summary>
    /// <exception cref="IOException">There is one of that name; it stays as it is.</exception>
    public static void Create(string path, ReadOnlySpan<byte> content) => Put(path, content, overwrite: false);

    private static void Put(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        using UnfinishedFile unfinished = new(path);
        using (var stream = new FileStream(unfinished.Path, PrivateFiles.Options(FileMode.CreateNew, FileAccess.Write)))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        unfinished.Finish(overwrite);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    // A new name is only durable when its folder is; the framework cannot open a folder, so this asks the system itself.
    private static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(path, 0);
        if (descriptor < 0)
        {
            throw new IOException($"The folder '{path}' cannot be opened to flush it (errno {Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            if (Fsync(descriptor) != 0)
            {
                throw new IOException($"The folder '{path}' cannot be flushed (errno {Marshal.GetLastPInvokeError()}).");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
